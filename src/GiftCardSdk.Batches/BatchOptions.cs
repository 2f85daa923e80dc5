namespace GiftCardSdk.Batches;

/// <summary>How a batch is carried out.</summary>
public sealed record BatchOptions
{
    /// <summary>The account of lines that name none; null if every line names its own.</summary>
    public string? Account { get; init; }

    /// <summary>
    /// How many lines are under way at once, over all accounts; 1 to 1,024. How fast they are sent is decided by each account's own limit. Default 16.
    /// </summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>
    /// Whether no further line is begun once one has ended as <see cref="BatchLineStatus.Refused"/>, <see cref="BatchLineStatus.Changed"/> or
    /// <see cref="BatchLineStatus.NotPlaced"/>. Those under way end first. Default false: the batch goes on.
    /// </summary>
    public bool StopAtFirstRefusal { get; init; }

    /// <summary>Whether each product is read afresh before its order is sent (<see cref="IGiftCardOrders.PlaceCheckedAsync"/>). Default false.</summary>
    public bool ChecksProducts { get; init; }

    /// <summary>
    /// How long a line is tried again, from its first failure on, while nothing of it was bought and that may pass: the rate is used up, the provider is
    /// down, the journal cannot be reached. <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes. Default 1 hour; zero or more.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The wait before such a line is tried again; it doubles with every try, and a longer Retry-After is obeyed, up to a day. Default 1 second; more than zero.
    /// </summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that doubling reaches. Default 1 minute; at least <see cref="FirstDelay"/>, at most 1 day.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many lines there are, for the time left; null if that is not known.</summary>
    public long? ExpectedLines { get; init; }

    /// <summary>Is told how far the batch is, at most once in <see cref="ProgressInterval"/> and once at the end; null for nobody.</summary>
    public IProgress<BatchProgress>? Progress { get; init; }

    /// <summary>The least time between two reports. Default 1 second; zero for a report a line.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Pauses, resumes and stops the batch from outside; null if nobody does.</summary>
    public BatchControl? Control { get; init; }

    /// <exception cref="ArgumentException">An option is not right.</exception>
    internal static BatchOptions Checked(BatchOptions? options)
    {
        options ??= new();
        var mistake =
            options.Account is not null && string.IsNullOrWhiteSpace(options.Account)
                ? "Account: it is blank; name an account, or leave it null"
            : options.Concurrency is < 1 or > 1024 ? $"Concurrency: {options.Concurrency} was given; 1 to 1,024 are possible"
            : options.Patience < TimeSpan.Zero && options.Patience != Timeout.InfiniteTimeSpan
                ? $"Patience: {options.Patience} was given; it is zero, more, or infinite"
            : options.FirstDelay <= TimeSpan.Zero ? $"FirstDelay: {options.FirstDelay} was given; it is more than zero"
            : options.MaxDelay < options.FirstDelay || options.MaxDelay > TimeSpan.FromDays(1)
                ? $"MaxDelay: {options.MaxDelay} was given; it is at least FirstDelay, and at most 1 day"
            : options.ExpectedLines < 0 ? $"ExpectedLines: {options.ExpectedLines} was given; it is zero or more, or null"
            : options.ProgressInterval < TimeSpan.Zero ? $"ProgressInterval: {options.ProgressInterval} was given; it is zero or more"
            : null;
        return mistake is null ? options : throw new ArgumentException($"{mistake}.", nameof(options));
    }
}
