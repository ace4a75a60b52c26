//! Readers of other hands, whose panics are errors here and print nothing.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

thread_local! {
    /// Guarded calls on this thread.
    static HERE: Cell<usize> = const { Cell::new(0) };
}

/// Guarded calls on any thread: data frames are read by a pool of threads.
static ANYWHERE: AtomicUsize = AtomicUsize::new(0);

/// What `read` gives, or nothing if it panics, as readers do on damaged files.
pub(crate) fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    quieten();
    HERE.set(HERE.get() + 1);
    ANYWHERE.fetch_add(1, Ordering::SeqCst);
    let given = catch_unwind(AssertUnwindSafe(read));
    ANYWHERE.fetch_sub(1, Ordering::SeqCst);
    HERE.set(HERE.get() - 1);
    given.ok()
}

/// Lets panics that are caught here pass without a word; all others are told as before.
fn quieten() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let told = take_hook();
        set_hook(Box::new(move |panic| {
            let here = HERE.try_with(Cell::get).is_ok_and(|calls| calls > 0);
            let caught = here || (ANYWHERE.load(Ordering::SeqCst) > 0 && is_of_a_pool());
            if !caught {
                told(panic);
            }
        }));
    });
}

fn is_of_a_pool() -> bool {
    let name = std::thread::current().name().map(str::to_owned);
    name.is_none_or(|name| name.starts_with("polars"))
}
