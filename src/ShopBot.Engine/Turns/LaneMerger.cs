using Microsoft.Extensions.Options;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Events;
using ShopBot.Engine.Hosting;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Turns;

/// <summary>
/// Makes one conversation of two that are one person's, under both leases. Nobody waits for a lease while holding one: when the other lane is busy, this one rests
/// and tries again, the lane of the lower key sooner, so that two lanes that want each other do not meet for ever.
/// </summary>
internal sealed class LaneMerger(ILaneStore lanes, IConversationReader reader, Bot bot, TurnCodec codec, HostIdentity host, IOptions<ShopBotOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(600);

    /// <returns>The commit that merges, or one that rests and tries again.</returns>
    public async Task<CommitItem> MergeAsync(LaneWork work, LaneEvent occurred, Store store, CancellationToken cancellationToken)
    {
        var mine = TurnCodec.ReadDocument(work, store);
        var done = new TurnCommit
        {
            Lane = work.Lane,
            Fence = work.Fence,
            StateVersion = work.StateVersion,
            State = work.State,
            HandledThrough = occurred.Seq,
            Control = mine?.Control ?? LaneControl.Bot,
        };
        var other = work.Lane with { Customer = StorageRules.MergedCustomer(occurred.EventKey) };
        if (other == work.Lane)
            return done;

        var request = new ClaimRequest(host.Name, time.GetUtcNow(), options.Value.Lease, 0, 0) { Wanted = [other] };
        if ((await lanes.ClaimAsync(request, cancellationToken).ConfigureAwait(false)).Lanes is not [var held])
            return await reader.FindLaneAsync(other, cancellationToken).ConfigureAwait(false) is null ? done : Rest(work, occurred, other);

        if (held.Steps.Count > 0)
        {
            // What a turn of the other lane began comes to its end first, or its outside calls would be made again.
            await GiveBackAsync(new AbsorbedLane(held.Lane, held.Fence), cancellationToken).ConfigureAwait(false);
            return Rest(work, occurred, other);
        }

        var merged = bot.Merge(mine, TurnCodec.ReadDocument(held, store));
        var fact = codec.Fact(work.Lane, occurred, store, EngineEvents.ConversationsMerged, new ConversationsMerged(other.Customer.Value), EventJson.Default.ConversationsMerged);
        return done with
        {
            State = merged is null ? default(ReadOnlyMemory<byte>) : TurnCodec.WriteDocument(work.Lane, store, merged),
            Control = merged?.Control ?? LaneControl.Bot,
            Absorb = new AbsorbedLane(held.Lane, held.Fence),
            Events = [fact],
        };
    }

    /// <summary>Gives the other lane back when the merge was not committed.</summary>
    public async Task GiveBackAsync(AbsorbedLane held, CancellationToken cancellationToken) =>
        await lanes.RenewAsync([new RenewItem(held.Lane, held.Fence, DateTimeOffset.MinValue)], cancellationToken).ConfigureAwait(false);

    private ParkItem Rest(LaneWork work, LaneEvent occurred, LaneKey other) => new()
    {
        Lane = work.Lane,
        Fence = work.Fence,
        Seq = occurred.Seq,
        Cause = "TheOtherLaneIsBusy",
        RetryAt = time.GetUtcNow() + (work.Lane.Customer.Value.CompareTo(other.Customer.Value) < 0 ? Soon : Later),
    };
}
