namespace WhatsApp.Client.Pacing;

/// <summary>One send that waits for its turn.</summary>
internal sealed class PaceWaiter(WhatsAppRateRequest request, bool isPairLimit) : IThreadPoolWorkItem
{
    private readonly TaskCompletionSource _turn = new();

    public WhatsAppRateRequest Request => request;

    /// <summary>What held it back last.</summary>
    public bool IsPairLimit { get; set; } = isPairLimit;

    /// <summary>Before this time asking again is useless; in ticks of the pacer.</summary>
    public long NotBefore { get; set; }

    public Task Turn => _turn.Task;

    /// <summary>Lets it go through the pool's common queue: a thread's own queue would wake the last first.</summary>
    public void Go() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    void IThreadPoolWorkItem.Execute() => _turn.TrySetResult();
}
