"""Where two pictures of a page differ is found, and how large the place is."""

import pytest

from app.page_changes import changed_places
from app.preview import Raster

DPI = 25.4  # A pixel is a millimetre.


def picture(*dark: tuple[int, int], width: int = 40, height: int = 60) -> Raster:
    stride = width * 4 + 8
    pixels = bytearray(b"\xff" * stride * height)
    for x, y in dark:
        pixels[y * stride + 4 * x] = 0
    return Raster(width, height, stride, bytes(pixels))


def test_equal_pictures_have_no_changed_place():
    assert changed_places(picture((3, 3)), picture((3, 3)), dpi=DPI) == ()


def test_a_change_is_found_where_it_stands():
    (place,) = changed_places(picture(), picture((10, 20), (13, 21)), dpi=DPI)

    assert (place.x, place.y, place.right, place.bottom) == pytest.approx((10, 20, 14, 22))


def test_changes_far_apart_are_places_of_their_own():
    places = changed_places(picture(), picture((10, 5), (10, 40)), dpi=DPI)

    assert [place.y for place in places] == [5, 40]


def test_lines_of_the_same_paragraph_are_one_place():
    (place,) = changed_places(picture(), picture((10, 5), (20, 7)), dpi=DPI)

    assert (place.y, place.bottom) == (5, 8)


def test_what_lies_beside_the_picture_is_not_looked_at():
    before, after = picture(), picture()
    padded = bytearray(after.pixels)
    padded[after.stride - 1] = 0

    assert changed_places(before, Raster(40, 60, after.stride, bytes(padded)), dpi=DPI) == ()
