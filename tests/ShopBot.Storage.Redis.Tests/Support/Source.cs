namespace ShopBot.Storage.Redis.Tests.Support;

/// <summary>Where cached answers come from: counts, can be slow or broken.</summary>
internal sealed class Source
{
    private int _calls;

    public string Value { get; set; } = "first";

    public bool IsBroken { get; set; }

    public Task Gate { get; set; } = Task.CompletedTask;

    public int Calls => Volatile.Read(ref _calls);

    public async ValueTask<string> ReadAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        var value = Value;
        await Gate.WaitAsync(cancellationToken);
        return IsBroken ? throw new InvalidOperationException("The source is broken.") : value;
    }
}
