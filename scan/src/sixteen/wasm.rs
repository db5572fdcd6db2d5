//! By the SIMD of WebAssembly. Its functions are safe to call from anywhere: a browser without it
//! refuses the whole module before anything runs.

use core::arch::wasm32::{
    i8x16_lt, u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_ne, u8x16_splat, u8x16_swizzle, u16x8_shr,
    v128, v128_and, v128_andnot, v128_any_true, v128_load, v128_or,
};

use super::{Set, WIDTH};

/// Sixteen bytes.
#[derive(Clone, Copy)]
pub struct Sixteen(v128);

/// Which of the sixteen: all bits of a byte, or none.
#[derive(Clone, Copy)]
pub struct Marks(v128);

impl Sixteen {
    /// These.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn of(bytes: &[u8; WIDTH]) -> Sixteen {
        // SAFETY: sixteen bytes are there, and `v128_load` asks for no alignment.
        Sixteen(unsafe { v128_load(bytes.as_ptr().cast()) })
    }

    /// Which are this one.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn are(self, byte: u8) -> Marks {
        Marks(u8x16_eq(self.0, u8x16_splat(byte)))
    }

    /// Which are less than this one.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn less(self, byte: u8) -> Marks {
        Marks(u8x16_lt(self.0, u8x16_splat(byte)))
    }

    /// Which are neither printable ASCII nor LF.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn outside_text(self) -> Marks {
        // As signed numbers those above 127 are less than any of ASCII.
        let others = i8x16_lt(self.0, u8x16_splat(0x20));
        Marks(v128_andnot(others, u8x16_eq(self.0, u8x16_splat(b'\n'))))
    }

    /// Which are in a set.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn within(self, set: &Set) -> Marks {
        let low = v128_and(self.0, u8x16_splat(15));
        let high = v128_and(u16x8_shr(self.0, 4), u8x16_splat(15));
        let both = v128_and(
            u8x16_swizzle(Sixteen::of(&set.low).0, low),
            u8x16_swizzle(Sixteen::of(&set.high).0, high),
        );
        Marks(u8x16_ne(both, u8x16_splat(0)))
    }

    /// Which are not those of another sixteen.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn differ(self, other: Sixteen) -> Marks {
        Marks(u8x16_ne(self.0, other.0))
    }
}

impl Marks {
    /// Those and these.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn or(self, other: Marks) -> Marks {
        Marks(v128_or(self.0, other.0))
    }

    /// Those that are these too.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn and(self, other: Marks) -> Marks {
        Marks(v128_and(self.0, other.0))
    }

    /// A bit for each, the first one lowest.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn bits(self) -> u16 {
        u8x16_bitmask(self.0)
    }

    /// Whether there is one.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn any(self) -> bool {
        v128_any_true(self.0)
    }
}
