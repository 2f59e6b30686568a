"""What a release is made of: locked packages, a bill of materials, a packaged program."""
