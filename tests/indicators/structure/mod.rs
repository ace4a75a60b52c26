//! Structure, concentration and survival.

mod peers;
