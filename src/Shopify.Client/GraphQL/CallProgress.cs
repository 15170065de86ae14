namespace Shopify.Client;

/// <summary>How far one call has come.</summary>
internal sealed class CallProgress(GraphQLCall call, ShopState shop, OperationCost cost, TimeProvider time)
{
    private const int LongestPauseMilliseconds = 2000;
    private readonly long _started = time.GetTimestamp();
    private int _throttled;

    public GraphQLCall Call { get; } = call;

    public ShopState Shop { get; } = shop;

    public OperationCost Cost { get; } = cost;

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; set; }

    /// <summary>Attempts that count towards <see cref="ShopifyClientOptions.MaxAttempts"/>; waiting for points does not.</summary>
    public int Faults { get; set; }

    /// <summary>The place in line, taken when the call begins.</summary>
    public long Order { get; } = shop.NextOrder();

    /// <summary>What Shopify says the call asks for; null until a throttled answer said it.</summary>
    public double? Requested { get; private set; }

    public TimeSpan PatienceLeft(TimeSpan patience)
    {
        var left = patience - time.GetElapsedTime(_started);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Whether waiting for points can help a throttled call.</summary>
    public bool MayWait(TimeSpan patience, ThrottleStatus status) =>
        PatienceLeft(patience) > TimeSpan.Zero && !(Requested > status.MaximumAvailable);

    /// <summary>
    /// The silence this shop asked for. A bucket that was reported too full for the refusal, again and again, is believed less and less.
    /// </summary>
    public TimeSpan PauseAfter(ShopifyThrottledException failure)
    {
        if (failure.Throttle is null)
            return failure.RetryAfter;
        return ++_throttled == 1 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Min(50 << Math.Min(_throttled, 6), LongestPauseMilliseconds));
    }

    public ShopifyThrottledException Throttled(SentAnswer answer)
    {
        var extensions = answer.Content.Extensions;
        Requested = extensions.RequestedCost;
        var wait = extensions is { Throttle: { } status, RequestedCost: { } points } ? status.WaitFor(points) : TimeSpan.FromSeconds(1);
        var neverFits = extensions.RequestedCost > extensions.Throttle?.MaximumAvailable;
        return HttpFailure.Throttled(
            Call.Context(200, answer.RequestId),
            neverFits ? "costs more than the bucket ever holds" : "throttled by query cost",
            wait,
            extensions.Throttle);
    }
}
