using System.Security.Cryptography;
using System.Text;
using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Simulation;

internal sealed partial class Cluster
{
    /// <summary>The platform delivers one to three messages, new ones, repeated ones, in any order; the host may die before it answers.</summary>
    private async Task DeliverAsync(SimulatedHost host)
    {
        var open = _messages.Where(message => !message.Acknowledged || Chance(5)).ToList();
        if (open.Count == 0)
            return;

        List<Message> group = [];
        for (var i = _random.Next(1, 4); i > 0 && open.Count > 0; i--)
            group.Add(_calm ? TakeFirst(open) : Take(open));
        if (Chance(20))
            group.Add(group[0]);
        var claim = Chance(30) ? null : Request(host);
        var results = await _store.AppendAsync([.. group.Select(message => message.ToAppend(_now))], claim, NowOf(host));
        Trace($"{host.Name} appends {string.Join(' ', group.Select(message => message.Key))}");
        Assert.All(results, result => Assert.NotEqual(AppendOutcome.Refused, result.Outcome));
        foreach (var result in results)
        {
            if (result.Work is { } leased)
                _books.Leased(leased);
        }

        if (Chance(12))
            return;

        foreach (var message in group)
            message.Acknowledged = true;
        foreach (var result in results)
            Hold(host, result.Work);
    }

    /// <summary>Ends a turn that the host holds, perhaps long after its lease: it does the work, rests, gives up, or merges.</summary>
    private async Task TurnAsync(SimulatedHost host)
    {
        if (host.Turns.Count == 0)
            return;

        var work = Take(host.Turns);
        if (work.Events.Count == 0)
            return;
        if (work.Events[0].Kind == StorageRules.MergeKind)
        {
            await MergeAsync(host, work);
            return;
        }

        if (Chance(8))
        {
            await CommitAsync(host, Sample.Park(work, _now + TimeSpan.FromSeconds(_random.Next(0, 5))), work);
            return;
        }

        if (Chance(3))
        {
            var parked = await CommitAsync(host, Sample.Park(work), work);
            if (parked == CommitOutcome.Committed)
                _books.Parked(work.Events[0].EventKey);
            return;
        }

        if (Chance(25) && !await CallOutsideAsync(work))
            return;
        var handled = work.Events.TakeWhile(item => item.Kind != StorageRules.MergeKind).Take(_random.Next(1, 4)).ToList();
        await CommitAsync(host, Turn(host, work, handled, Keys(work)), work);
    }

    /// <returns>False when the lease is lost.</returns>
    private async Task<bool> CallOutsideAsync(LaneWork work)
    {
        var key = work.Events[0].EventKey;
        if (work.Steps.Count > 0)
            return true;

        var step = new StepCommit { Lane = work.Lane, Fence = work.Fence, Seq = work.Events[0].Seq, Step = "call", Result = Sample.Bytes($"{_books.Called(work, key)}") };
        var kept = (await _store.CommitAsync([step], Lease, _now))[0].Outcome;
        Trace($"a step of {key}: {kept}");
        if (kept == CommitOutcome.Committed)
            _books.Kept(key);
        return kept == CommitOutcome.Committed;
    }

    private async Task MergeAsync(SimulatedHost host, LaneWork work)
    {
        var other = work.Lane with { Customer = StorageRules.MergedCustomer(work.Events[0].EventKey) };
        var claimed = other == work.Lane ? [] : (await _store.ClaimAsync(Request(host) with { MaxLanes = 0, MaxSends = 0, MaxEventLanes = 0, Wanted = [other] })).Lanes;
        if (claimed is not [var held])
        {
            if (other == work.Lane)
                await CommitAsync(host, Turn(host, work, [work.Events[0]], Keys(work)), work);
            else
                await CommitAsync(host, Sample.Park(work, NowOf(host) + TimeSpan.FromSeconds(1)), work);
            return;
        }

        _books.Leased(held);
        if (Chance(10))
            return;
        if (held.Steps.Count > 0)
        {
            // What a turn of the other lane began comes to its end first.
            await _store.RenewAsync([new RenewItem(held.Lane, held.Fence, DateTimeOffset.MinValue)]);
            await CommitAsync(host, Sample.Park(work, NowOf(host) + TimeSpan.FromSeconds(1)), work);
            return;
        }

        var merge = Turn(host, work, [work.Events[0]], [.. Keys(held), .. Keys(work)]) with { Absorb = new AbsorbedLane(held.Lane, held.Fence) };
        if (await CommitAsync(host, merge, work) != CommitOutcome.Committed)
            await _store.RenewAsync([new RenewItem(held.Lane, held.Fence, DateTimeOffset.MinValue)]);
    }

    private TurnCommit Turn(SimulatedHost host, LaneWork work, IReadOnlyList<LaneEvent> handled, IEnumerable<string> before)
    {
        var keys = handled.Where(item => item.Kind != StorageRules.MergeKind).Select(item => item.EventKey).ToList();
        return new TurnCommit
        {
            Lane = work.Lane,
            Fence = work.Fence,
            StateVersion = work.StateVersion,
            State = Sample.Bytes(string.Join(',', before.Concat(keys))),
            HandledThrough = handled[^1].Seq,
            Outbox = [.. keys.Select(key => new OutboxMessage(IdOf("reply", key), SendClass.Conversational, Sample.Bytes(key)))],
            Events = [.. keys.Select(key => new DomainEventRow(IdOf("fact", key), "handled", Sample.Bytes(key), Deliver: true))],
            SendAs = Chance(50) ? null : host.Name,
        };
    }

    private async Task<CommitOutcome> CommitAsync(SimulatedHost host, CommitItem item, LaneWork work)
    {
        var result = item is ParkItem park
            ? (await _store.ParkAsync([park], Lease, NowOf(host)))[0]
            : (await _store.CommitAsync([item], Lease, NowOf(host)))[0];
        Trace($"{host.Name} commits {item.GetType().Name} of {work.Events[0].EventKey} under fence {work.Fence}: {result.Outcome}");
        Assert.NotEqual(CommitOutcome.Refused, result.Outcome);
        if (result.Outcome == CommitOutcome.Committed && item is TurnCommit turn)
            _books.Committed(turn);

        // The host may die before it learns what became of it.
        if (!Chance(6))
        {
            Hold(host, result.Work);
            Hold(host, result.Send);
        }

        return result.Outcome;
    }

    /// <summary>Sends a row: the platform takes it and answers, takes it and says nothing, or is not there.</summary>
    private async Task SendAsync(SimulatedHost host)
    {
        if (host.Sends.Count == 0)
            return;

        var send = Take(host.Sends);
        var close = Sample.Close(send, SendOutcome.Sent, $"ref-{send.OutboxId:N}-{send.Attempt}", host.Name);
        if (NowOf(host) + SendDeadline > send.LeaseUntil || Chance(10))
        {
            host.Answers.Add(close with { Outcome = SendOutcome.Retry, MessageRef = null, MessageId = default, RetryAt = NowOf(host) });
            return;
        }

        _books.Arrived(send);
        Trace($"{host.Name} sends {Sample.Text(send.Payload)}, attempt {send.Attempt}{(send.MaybeDuplicate ? ", perhaps again" : "")}");
        if (!Chance(30))
        {
            foreach (var status in new[] { DeliveryStatus.Sent, DeliveryStatus.Delivered }.Take(_random.Next(1, 3)))
                _statuses.Add(Sample.Status(send.Lane.Store, status, close.MessageRef!, Chance(20) ? null : send.OutboxId) with { EventKey = $"{close.MessageRef}:{status}" });
        }

        if (!Chance(8))
            host.Answers.Add(Chance(15) ? close with { Outcome = SendOutcome.Unknown, MessageRef = null, MessageId = default } : close);
        await Task.CompletedTask;
    }

    private async Task CloseAsync(SimulatedHost host)
    {
        if (host.Answers.Count == 0)
            return;

        var answer = Take(host.Answers);
        var result = (await _store.CommitAsync([answer], Lease, NowOf(host)))[0];
        Trace($"{host.Name} closes {answer.OutboxId:N} as {answer.Outcome}: {result.Outcome}");
        Assert.NotEqual(CommitOutcome.Refused, result.Outcome);
        if (!Chance(6))
            Hold(host, result.Send);
    }

    private async Task FactsAsync(SimulatedHost host)
    {
        if (host.Facts.Count == 0)
            return;

        var work = Take(host.Facts);
        var through = work.Events[0].Number - 1;
        foreach (var fact in work.Events.Take(_random.Next(1, 4)))
        {
            _books.Delivered(work.Lane, fact);
            through = fact.Number;
        }

        if (Chance(10))
            return;
        var close = new EventCommit { Lane = work.Lane, Owner = host.Name, Fence = work.Fence, Through = through, RetryAt = Chance(10) ? NowOf(host) : null };
        var result = (await _store.CommitAsync([close], Lease, NowOf(host)))[0];
        if (result.Events is { } next && !Chance(6))
            host.Facts.Add(next);
    }

    private async Task StatusAsync(SimulatedHost host)
    {
        if (_statuses.Count == 0)
            return;

        var status = Take(_statuses);
        await _store.AppendAsync([status], null, NowOf(host));
        Trace($"{host.Name} hears {status.EventKey}");
        if (Chance(10))
            _statuses.Add(status);
    }

    private async Task ClaimAsync(SimulatedHost host)
    {
        var claimed = await _store.ClaimAsync(Request(host));
        foreach (var lane in claimed.Lanes)
            Hold(host, lane);
        foreach (var send in claimed.Sends)
            Hold(host, send);
        host.Facts.AddRange(claimed.Events);
        Trace($"{host.Name} claims {claimed.Lanes.Count} lanes, {claimed.Sends.Count} sends, {claimed.Events.Count} deliveries");
    }

    private async Task<SweepResult> SweepAsync(SimulatedHost host) =>
        await _store.SweepAsync(new SweepRequest(NowOf(host), TimeSpan.FromSeconds(20), TimeSpan.FromDays(14), 100));

    private async Task RenewAsync(SimulatedHost host)
    {
        if (host.Turns.Count > 0 && Pick(host.Turns) is var work)
            await _store.RenewAsync([new RenewItem(work.Lane, work.Fence, NowOf(host) + Lease)]);
    }

    private ClaimRequest Request(SimulatedHost host) => new(host.Name, NowOf(host), Lease, 3, 3) { MaxEventLanes = 3, MaxPerStore = 2 };

    private void Hold(SimulatedHost host, LaneWork? work)
    {
        if (work is null)
            return;
        _books.Leased(work);
        host.Turns.Add(work);
    }

    private static void Hold(SimulatedHost host, SendWork? send)
    {
        if (send is not null)
            host.Sends.Add(send);
    }

    private static Message TakeFirst(List<Message> from)
    {
        var first = from[0];
        from.RemoveAt(0);
        return first;
    }

    private static Guid IdOf(string what, string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{what}:{key}")).AsSpan(0, 16));
}
