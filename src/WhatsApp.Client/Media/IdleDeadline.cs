namespace WhatsApp.Client;

/// <summary>Ends a transfer that stands still. One timer for the whole transfer, set back at each step.</summary>
internal sealed class IdleDeadline(TimeSpan idle, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _source = new(idle, time);

    public CancellationToken Token => _source.Token;

    public void Restart() => _source.CancelAfter(idle);

    /// <summary>While the caller, not the network, is at work.</summary>
    public void Pause() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Ends the transfer for the caller; nothing to undo when the source is gone already.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);

    public void Dispose() => _source.Dispose();
}
