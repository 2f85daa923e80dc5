// The tests move their clocks when the thread pool is at rest, which it never is while other tests run in it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
