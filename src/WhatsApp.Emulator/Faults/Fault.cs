namespace WhatsApp.Emulator;

/// <summary>What happens to one call instead of, or after, being accepted.</summary>
internal sealed record Fault
{
    public bool AfterAccepting { get; init; }
    public GraphAnswer? Answer { get; init; }

    /// <summary>How long it hangs first; infinite: until the caller gives up.</summary>
    public TimeSpan Hangs { get; init; }

    public int? FailLater { get; init; }
    public string? Details { get; init; }
    public string? MessageStatus { get; init; }

    /// <summary>Answers in place of the platform; null when only time was lost. Hanging ends with the caller's patience or the emulator.</summary>
    public async Task<GraphAnswer?> PlayAsync(EmulatedCloud cloud, CancellationToken cancellationToken)
    {
        if (Hangs != TimeSpan.Zero)
            await Task.Delay(Hangs, cloud.Time, cancellationToken).ConfigureAwait(false);
        return Answer;
    }
}
