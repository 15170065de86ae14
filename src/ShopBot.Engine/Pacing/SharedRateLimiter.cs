using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Threading.RateLimiting;
using ShopBot.Engine.Storage;
using WhatsApp.Client;

namespace ShopBot.Engine.Pacing;

/// <summary>Counts the messages of all hosts together. Number and person are asked in one call, so that a message refused by one does not count for the other.</summary>
internal sealed class SharedRateLimiter(ICounterStore counters) : WhatsAppRateLimiter
{
    private const double ReceivedShare = 0.75;
    private const string Number = "number";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public override RateLimiterStatistics? GetStatistics(WhatsAppRateRequest resource) => null;

    public override ValueTask CountReceivedAsync(WhatsAppRateRequest request, int count, CancellationToken cancellationToken = default) =>
        counters.CountAsync(
            GroupOf(request), Number, WindowOf(request), count, (int)Math.Ceiling(request.MessagesPerSecond * ReceivedShare), cancellationToken);

    public override ValueTask PauseAsync(WhatsAppRateRequest request, TimeSpan time, CancellationToken cancellationToken = default) =>
        counters.PauseAsync(GroupOf(request), request.PairKey == 0 ? Number : PairOf(request), time, cancellationToken);

    /// <summary>Nobody asks without waiting when the counters are far away.</summary>
    protected override RateLimitLease AttemptAcquireCore(WhatsAppRateRequest resource, int permitCount) => new Lease(CounterAnswer.Taken, isPair: false);

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
        WhatsAppRateRequest resource, int permitCount, CancellationToken cancellationToken)
    {
        var number = new CounterDemand(Number, WindowOf(resource), permitCount);
        var hasPair = resource.PairKey != 0 && resource.PairInterval > TimeSpan.Zero;
        CounterDemand[] demands = hasPair
            ? [new(PairOf(resource), CounterLimit.Bucket(resource.PairBurst, 1 / resource.PairInterval.TotalSeconds), permitCount), number]
            : [number];
        var answer = await counters.TakeAsync(GroupOf(resource), demands, cancellationToken).ConfigureAwait(false);
        return new Lease(answer, isPair: hasPair && answer.RefusedBy == 0);
    }

    private static string GroupOf(WhatsAppRateRequest request) => $"number:{request.PhoneNumberId.Value}";

    private static string PairOf(WhatsAppRateRequest request) => string.Create(CultureInfo.InvariantCulture, $"pair:{request.PairKey:x16}");

    private static CounterLimit WindowOf(WhatsAppRateRequest request) => CounterLimit.Window(Math.Min(request.MessagesPerSecond, 100_000), Second);

    private sealed class Lease(CounterAnswer answer, bool isPair) : RateLimitLease
    {
        public override bool IsAcquired => answer.IsTaken;

        public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name, IsPairLimit.Name];

        public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
        {
            metadata = IsAcquired ? null
                : metadataName == MetadataName.RetryAfter.Name ? answer.RetryAfter
                : metadataName == IsPairLimit.Name ? isPair
                : null;
            return metadata is not null;
        }
    }
}
