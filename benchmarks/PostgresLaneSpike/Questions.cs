using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using static PostgresLaneSpike.Samples;

namespace PostgresLaneSpike;

/// <summary>The open questions of the contract, one by one, with a clock that we set.</summary>
internal sealed class Questions(PostgresLanes lanes, NpgsqlDataSource source, Checks checks, CancellationToken cancellationToken)
{
    private const string Me = "host-1";
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly StoreId _store = StoreId.New(Start);

    public async Task AskAsync()
    {
        await StrangersAsync();
        await AppendClaimsAsync();
        await BadItemAsync();
        await EarlyStatusAsync();
        await HeadOfLineAsync();
        await ParkAsync();
        await TimersAsync();
    }

    private async Task StrangersAsync()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            var person = $"stranger{i / 10}";
            var names = i % 2 == 0 ? new[] { UserId(person), Phone(person) } : [UserId(person)];
            var other = $"stranger{(i / 10 + 1) % 20}";
            return (person, (await AppendAsync(Start, null, Event(_store, $"s{i}", Start, names), Event(_store, $"t{i}", Start, Phone(other), UserId(other))))[0]);
        }));
        var one = answers.GroupBy(a => a.person).All(g => g.Select(a => a.Item2.Lane!.Value.Customer).Distinct().Count() == 1);
        checks.That(one, "strangers met by 10 appends at once become one customer each");
        checks.That(await ScalarAsync("select count(*) from customers where store = $1") == 20, "and no customer is left over");
    }

    private async Task AppendClaimsAsync()
    {
        var claim = Claim(Start);
        var first = await AppendAsync(Start, claim, Event(_store, "c1", Start, UserId("c")), Event(_store, "c2", Start, UserId("c")));
        checks.That(first[0].Work?.Events.Count == 2 && first[1].Work is null, "an append leases the idle lane in the same commit, with all its events");
        var busy = await AppendAsync(Start, claim with { Owner = "host-2" }, Event(_store, "c3", Start, UserId("c")));
        checks.That(busy[0] is { Work: null, Seq: 3 }, "a busy lane is not leased again");
        var done = await CommitAsync(Start, Turn(first[0].Work!, [1]));
        checks.That(
            done[0].Work is { Fence: 1, StateVersion: 1 } more && more.Events.Single().Seq == 3, "the commit goes on with what came meanwhile");
        var later = Start + 2 * Lease;
        var stolen = (await lanes.ClaimAsync(Claim(later) with { Owner = "host-2", MaxLanes = 100 }, cancellationToken)).Lanes.Single(l => l.Lane == first[0].Lane);
        var group = await CommitAsync(later, Turn(done[0].Work!, [2]), Turn(stolen, [3]));
        checks.That(
            group[0].Outcome == CommitOutcome.Stale && group[1].Outcome == CommitOutcome.Committed,
            "a stolen fence is stale, alone, even beside its own lane's new owner");
        var again = await CommitAsync(later, Turn(stolen, [3]));
        checks.That(again[0].Outcome == CommitOutcome.Stale, "a repeated commit is not applied twice");
    }

    private async Task BadItemAsync()
    {
        var bad = Event(_store, "b2", Start, UserId("b2")) with { Kind = "nul\0" };
        var unknown = Event(_store, "b3", Start) with { Customer = ShopBot.Engine.Customers.CustomerId.New() };
        var answers = await AppendAsync(
            Start, Claim(Start), Event(_store, "b1", Start, UserId("b1")), bad, unknown, Event(_store, "b1", Start, UserId("b1")), Event(_store, "b4", Start, UserId("b4")));
        checks.That(
            answers.Select(a => a.Outcome).SequenceEqual(
                [AppendOutcome.Appended, AppendOutcome.Refused, AppendOutcome.Refused, AppendOutcome.Duplicate, AppendOutcome.Appended]),
            "bad, unknown and repeated items of a group fail alone");
        var repeated = Message("once");
        var (one, two) = (answers[0].Work!, answers[4].Work!);
        var commits = await CommitAsync(Start, Turn(one, [1], null, repeated, repeated), Turn(two, [1], null, Message("fine")));
        checks.That(
            commits[0].Outcome == CommitOutcome.Refused && commits[1].Outcome == CommitOutcome.Committed, "so do bad turns of a grouped commit");
    }

    private async Task EarlyStatusAsync()
    {
        foreach (var echoed in new[] { true, false })
        {
            var send = await SendAsync($"early{echoed}", Message("1"), Message("2"));
            await AppendAsync(Start, null, Status(_store, $"ref{echoed}", echoed ? send.OutboxId : null, DeliveryStatus.Delivered, Start));
            var closed = await CommitAsync(Start, Close(send, Me, SendOutcome.Sent, $"ref{echoed}"));
            checks.That(
                closed[0] is { Outcome: CommitOutcome.Committed, Send.Attempt: 1 }
                && await ScalarAsync($"select count(*) from outbox where store = $1 and id = '{send.OutboxId}' and state = 3 and status = 3 and message_id is not null") == 1,
                $"a status before the HTTP answer is kept ({(echoed ? "with" : "without")} the echoed id), and the next row is handed over");
        }
    }

    private async Task HeadOfLineAsync()
    {
        var send = await SendAsync("h", Message("1"), Message("2"), Message("3", SendClass.Paid));
        var unknown = await CommitAsync(Start, Close(send, Me, SendOutcome.Unknown));
        var blocked = await lanes.ClaimAsync(Claim(Start), cancellationToken);
        checks.That(unknown[0].Send is null && blocked.Sends.All(s => s.Lane != send.Lane), "rows wait behind one of unknown outcome");
        await AppendAsync(Start, null, Status(_store, "hs", send.OutboxId, DeliveryStatus.Sent, Start));
        var second = (await lanes.ClaimAsync(Claim(Start), cancellationToken)).Sends.Single(s => s.Lane == send.Lane);
        checks.That(Text(second.Payload) == "2", "a status closes it and lets the next one go");
        var at = Start + Lease + TimeSpan.FromSeconds(1);
        var orphaned = await SweepAsync(at);
        var released = await SweepAsync(at + TimeSpan.FromSeconds(10));
        var again = (await lanes.ClaimAsync(Claim(at + Lease), cancellationToken)).Sends.Single(s => s.Lane == send.Lane);
        checks.That(
            orphaned.SendsOrphaned >= 1 && released.SendsReleased >= 1 && again is { Attempt: 2, MaybeDuplicate: true }, "an orphaned send comes back once, flagged");
        var late = await CommitAsync(at + Lease, Close(second, Me, SendOutcome.Retry));
        checks.That(late[0].Outcome == CommitOutcome.Stale, "the first attempt's late answer is stale");
        var paid = (await CommitAsync(at + Lease, Close(again, Me, SendOutcome.Sent, "h2")))[0].Send!;
        await CommitAsync(at + Lease, Close(paid, Me, SendOutcome.Unknown));
        checks.That((await SweepAsync(at + 3 * Lease)).SendsUncertain >= 1, "a paid send is never sent again by itself");
    }

    private async Task ParkAsync()
    {
        var work = (await AppendAsync(Start, Claim(Start), Event(_store, "p1", Start, UserId("p")), Event(_store, "p2", Start, UserId("p"))))[0].Work!;
        var rest = await ParkAsync(work, Start.AddSeconds(30));
        var quiet = await AppendAsync(Start, Claim(Start), Event(_store, "p3", Start, UserId("p")));
        checks.That(rest is { Outcome: CommitOutcome.Committed, Work: null } && quiet[0].Work is null, "a lane that rests is woken by nobody");
        var at = Start.AddSeconds(31);
        var again = (await lanes.ClaimAsync(Claim(at) with { MaxLanes = 100 }, cancellationToken)).Lanes.Single(l => l.Lane == work.Lane);
        var dead = await ParkAsync(again, null);
        checks.That(again.Events[0].Attempts == 1 && dead.Work?.Events[0].Seq == 2, "parked for good, the lane goes on with the next event");
        checks.That((await ParkAsync(again, null)).Outcome == CommitOutcome.Stale, "a repeated park is stale");
    }

    private async Task TimersAsync()
    {
        var work = (await AppendAsync(Start, Claim(Start), Event(_store, "t-1", Start, UserId("t"))))[0].Work!;
        await CommitAsync(Start, Turn(work, [1]) with { Timers = [new("remind", Start.AddHours(1)), new("gone", Start.AddHours(1)), new("gone", null)] });
        var at = Start.AddHours(2);
        var fired = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SweepAsync(at)));
        checks.That(fired.Sum(f => f.TimersFired) == 1, "four sweeps at once fire a timer once");
    }

    private async Task<SendWork> SendAsync(string person, params OutboxMessage[] messages)
    {
        var work = (await AppendAsync(Start, Claim(Start), Event(_store, $"e-{person}", Start, UserId(person))))[0].Work!;
        return (await CommitAsync(Start, Turn(work, [1], Me, messages)))[0].Send!;
    }

    private async Task<CommitResult> ParkAsync(LaneWork work, DateTimeOffset? retryAt) => (await lanes.ParkAsync(
        [new ParkItem { Lane = work.Lane, Fence = work.Fence, Seq = work.Events[0].Seq, Cause = "Fault", RetryAt = retryAt }],
        Lease, Start, cancellationToken))[0];

    private static ClaimRequest Claim(DateTimeOffset now) => new(Me, now, Lease, 50, 50);

    private async Task<IReadOnlyList<AppendResult>> AppendAsync(DateTimeOffset now, ClaimRequest? claim, params AppendItem[] items) =>
        await lanes.AppendAsync(items, claim, now, cancellationToken);

    private async Task<IReadOnlyList<CommitResult>> CommitAsync(DateTimeOffset now, params CommitItem[] items) =>
        await lanes.CommitAsync(items, Lease, now, cancellationToken);

    private async Task<SweepResult> SweepAsync(DateTimeOffset now) =>
        await lanes.SweepAsync(new SweepRequest(now, TimeSpan.FromSeconds(10), TimeSpan.FromDays(14), 100), cancellationToken);

    private async Task<long> ScalarAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = _store.Value });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
