namespace WhatsApp.Emulator;

/// <summary>What happens to one send instead of, or after, being accepted.</summary>
internal sealed record Fault
{
    public bool AfterAccepting { get; init; }
    public GraphAnswer? Answer { get; init; }
    public bool Hangs { get; init; }
    public int? FailLater { get; init; }
    public string? MessageStatus { get; init; }

    /// <summary>Answers in place of the platform; hanging ends with the caller's patience or the emulator.</summary>
    public async Task<GraphAnswer> PlayAsync(CancellationToken cancellationToken)
    {
        if (Hangs)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        return Answer ?? GraphAnswer.Dropped;
    }
}
