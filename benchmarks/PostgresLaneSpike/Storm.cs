using System.Collections.Concurrent;
using System.Text;
using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using static PostgresLaneSpike.Samples;

namespace PostgresLaneSpike;

/// <summary>
/// Sixteen writers on few lanes with duplicates, two hosts that lose leases and answers: the state of a lane is the list of what its
/// turns handled, so it must end as every event once, in sequence; sends must leave in the order written.
/// </summary>
internal sealed class Storm(PostgresLanes lanes, NpgsqlDataSource source, Checks checks, CancellationToken cancellationToken)
{
    private const int Writers = 16, Groups = 40, People = 6;
    private static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(150);
    private readonly StoreId _store = StoreId.New(TimeProvider.System.GetUtcNow());
    private readonly ConcurrentDictionary<string, int> _appended = new();
    private readonly ConcurrentDictionary<LaneKey, ConcurrentQueue<(string Text, bool Again)>> _sent = new();
    private int _duplicates, _abandoned, _late, _stale, _faults, _wrong;
    private volatile bool _written;

    public async Task RunAsync()
    {
        var hosts = Enumerable.Range(0, 6).Select(i => Task.Run(() => HostAsync($"host-{i % 2}", new Random(100 + i)), cancellationToken)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => WriteAsync(new Random(i)), cancellationToken)));
        _written = true;
        await Task.WhenAll(hosts);
        await JudgeAsync();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Keys come from a small set, so that about a third of all items were or are being written by somebody else.</summary>
    private async Task WriteAsync(Random random)
    {
        for (var g = 0; g < Groups; g++)
        {
            var items = Enumerable.Range(0, random.Next(1, 8)).Select(_ =>
            {
                var n = random.Next(2400);
                var person = $"{n % People}";
                return (AppendItem)Event(_store, $"k{n}", Now, random.Next(2) == 0 ? [UserId(person)] : [UserId(person), Phone(person)]);
            }).ToArray();
            var claim = random.Next(2) == 0 ? new ClaimRequest("host-0", Now, Lease, 4, 0) : null;
            var answers = await TryAsync(() => lanes.AppendAsync(items, claim, Now, cancellationToken));
            for (var i = 0; answers is not null && i < items.Length; i++)
            {
                if (answers[i].Outcome == AppendOutcome.Appended)
                    _appended.AddOrUpdate(items[i].EventKey, 1, (_, times) => times + 1);
                else if (answers[i].Outcome == AppendOutcome.Duplicate)
                    Interlocked.Increment(ref _duplicates);
                else
                    Interlocked.Increment(ref _wrong);
            }

            // Half of what an append leased is dropped, as by a host that dies between the two commits.
            var works = answers?.Select(a => a.Work).OfType<LaneWork>().Where(_ => random.Next(2) == 0).ToArray() ?? [];
            await TurnsAsync("host-0", works, [], random);
        }
    }

    private async Task HostAsync(string host, Random random)
    {
        while (!await IsDoneAsync())
        {
            await TryAsync(() => lanes.SweepAsync(new SweepRequest(Now, Lease, TimeSpan.FromDays(1), 100), cancellationToken));
            var work = await TryAsync(() => lanes.ClaimAsync(new ClaimRequest(host, Now, Lease, 3, 3), cancellationToken));
            if (work is null || work.Lanes.Count + work.Sends.Count == 0)
                await Task.Delay(5, cancellationToken);
            else
                await TurnsAsync(host, work.Lanes, work.Sends, random);
        }
    }

    private async Task TurnsAsync(string host, IReadOnlyList<LaneWork> works, IReadOnlyList<SendWork> sends, Random random)
    {
        while (works.Count + sends.Count > 0)
        {
            foreach (var send in sends)
                _sent.GetOrAdd(send.Lane, _ => new()).Enqueue((Text(send.Payload), send.MaybeDuplicate));
            var fate = random.Next(20);
            if (fate == 0 && Interlocked.Increment(ref _abandoned) > 0)
                return;
            if (fate == 1 && Interlocked.Increment(ref _late) > 0)
                await Task.Delay(Lease * 2, cancellationToken);

            var items = new List<CommitItem>();
            foreach (var work in works)
            {
                if (random.Next(4) == 0)
                    items.Add(Turn(work with { Fence = work.Fence - 1 }, [0], host, Message("never")));
                items.Add(Turn(work, Handle(work), host, [.. work.Events.Select(e => Message($"{e.Seq}"))]));
            }

            items.AddRange(sends.Select(s => Close(s, host, SendOutcome.Sent, $"{s.OutboxId:N}-{s.Attempt}")));
            if (await TryAsync(() => lanes.CommitAsync(items, Lease, Now, cancellationToken)) is not { } answers)
                return;
            for (var i = 0; i < items.Count; i++)
            {
                if (answers[i].Outcome == CommitOutcome.Stale)
                    Interlocked.Increment(ref _stale);
                if (answers[i].Outcome == CommitOutcome.Refused || (items[i] is TurnCommit { State.Length: 1 } && answers[i].Outcome != CommitOutcome.Stale))
                    Interlocked.Increment(ref _wrong);
            }

            works = [.. answers.Select(a => a.Work).OfType<LaneWork>()];
            sends = [.. answers.Select(a => a.Send).OfType<SendWork>()];
        }
    }

    private static byte[] Handle(LaneWork work) =>
        Encoding.UTF8.GetBytes(Text(work.State) + string.Concat(work.Events.Select(e => $"{e.Seq}:{e.EventKey} ")));

    private async Task<T?> TryAsync<T>(Func<ValueTask<T>> call)
        where T : class
    {
        try
        {
            return await call();
        }
        catch (PostgresException)
        {
            Interlocked.Increment(ref _faults);
            return null;
        }
    }

    private async Task<bool> IsDoneAsync() => _written && await CountAsync(
        "select (select count(*) from lanes where store = $1 and next_seq > head_seq) + (select count(*) from outbox where store = $1 and state < 3)") == 0;

    private async Task JudgeAsync()
    {
        var handled = 0;
        var ordered = true;
        await using var command = source.CreateCommand("select state, next_seq from lanes where store = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = _store.Value });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var done = Text(rows.GetFieldValue<byte[]>(0)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => d.Split(':')).ToArray();
            ordered &= done.Select(d => long.Parse(d[0], null)).SequenceEqual(Enumerable.Range(1, (int)rows.GetInt64(1) - 1).Select(n => (long)n));
            ordered &= done.All(d => _appended.ContainsKey(d[1])) && done.DistinctBy(d => d[1]).Count() == done.Length;
            handled += done.Length;
        }

        checks.That(_appended.Values.All(times => times == 1), $"{_appended.Count} events accepted once each ({_duplicates} duplicates)");
        checks.That(ordered && handled == _appended.Count, "every event handled exactly once and in order of its lane");
        checks.That(_stale > 0 && _wrong == 0, $"stale items failed alone ({_stale} stale, {_abandoned} abandoned leases, {_late} late hosts)");
        var again = _sent.Values.Sum(q => q.Count(s => s.Again));
        var firsts = _sent.Values.Select(q => q.Where(s => !s.Again).Select(s => int.Parse(s.Text, null)).ToArray());
        checks.That(
            firsts.All(f => f.Zip(f.Skip(1)).All(p => p.First < p.Second)), $"messages left in order; only flagged ones left twice ({again} flagged)");
        checks.That(await CountAsync("select count(*) from customers where store = $1") == People, "one customer per person");
        var deadlocks = await CountAsync("select deadlocks from pg_stat_database where datname = current_database() and $1::uuid is not null");
        checks.That(_faults == 0 && deadlocks == 0, $"no deadlock, no database error ({_faults} errors, {deadlocks} deadlocks)");
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = _store.Value });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
