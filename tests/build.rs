//! Tests on real provider files run only where those files are: `BILAT_SPECIMENS=DIR` at build
//! time. Elsewhere they are counted as ignored.

fn main() {
    println!("cargo::rerun-if-changed=tests/build.rs");
    println!("cargo::rerun-if-env-changed=BILAT_SPECIMENS");
    println!("cargo::rustc-check-cfg=cfg(specimens)");
    if std::env::var_os("BILAT_SPECIMENS").is_some() {
        println!("cargo::rustc-cfg=specimens");
    }
}
