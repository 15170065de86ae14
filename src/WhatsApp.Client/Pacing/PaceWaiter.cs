namespace WhatsApp.Client.Pacing;

/// <summary>One send that waits for its turn.</summary>
internal sealed class PaceWaiter(WhatsAppRateRequest request, bool isPairLimit)
{
    private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WhatsAppRateRequest Request => request;

    /// <summary>What held it back last.</summary>
    public bool IsPairLimit { get; set; } = isPairLimit;

    /// <summary>Before this time asking again is useless; in ticks of the pacer.</summary>
    public long NotBefore { get; set; }

    public Task Turn => _turn.Task;

    public void Go() => _turn.TrySetResult();
}
