namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>A write that waits for the writer. Given up while it waits, it is never done; begun, it is not given up any more.</summary>
internal abstract class QueuedWrite
{
    public abstract bool TryBegin();

    public abstract void Run(Session sql);

    /// <summary>Call it after the commit.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception fault);
}

internal sealed class QueuedWrite<T> : QueuedWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<Session, T> _work;
    private readonly CancellationTokenRegistration _givingUp;
    private int _isDecided;
    private T _result = default!;

    public QueuedWrite(Func<Session, T> work, CancellationToken cancellationToken)
    {
        _work = work;
        _givingUp = cancellationToken.UnsafeRegister(
            static (self, token) =>
            {
                var write = (QueuedWrite<T>)self!;
                if (write.TryDecide())
                    write._done.TrySetCanceled(token);
            },
            this);
    }

    public Task<T> Task => _done.Task;

    public override bool TryBegin()
    {
        _givingUp.Unregister();
        return TryDecide();
    }

    public override void Run(Session sql) => _result = _work(sql);

    public override void Complete() => _done.TrySetResult(_result);

    public override void Fail(Exception fault) => _done.TrySetException(fault);

    private bool TryDecide() => Interlocked.Exchange(ref _isDecided, 1) == 0;
}
