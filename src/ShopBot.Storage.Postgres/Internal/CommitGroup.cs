using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>One group of turns, sends, steps and deliveries to commit; of each sort at most one per lane (steps: any number).</summary>
internal sealed class CommitGroup(CommitItem[] items, TimeSpan lease, DateTimeOffset now, long mark)
{
    private readonly CommitResult[] _results = [.. Enumerable.Repeat(new CommitResult(CommitOutcome.Stale), items.Length)];
    private readonly List<Turn> _turns = [];
    private readonly List<(int Ord, SendCommit Item)> _sends = [];
    private readonly List<(int Ord, StepCommit Item)> _steps = [];
    private readonly List<(int Ord, EventCommit Item)> _deliveries = [];

    /// <summary>What a turn and a park have in common.</summary>
    private sealed record Turn(
        int Ord, LaneKey Lane, long Fence, long? Version, byte[]? State, long Through, long? Parked, string? Cause, DateTimeOffset? RetryAt, short? Control,
        IReadOnlyList<OutboxMessage> Outbox, IReadOnlyList<TimerChange> Timers, IReadOnlyList<DomainEventRow> Events, string? SendAs);

    private sealed record Fact(LaneKey Lane, int N, DomainEventRow Row, Guid OutboxId, int Attempt);

    private LaneColumns Lanes { get; } = new([.. items.Select(item => item.Lane).Distinct()]);

    /// <summary>One round trip.</summary>
    public async Task<CommitResult[]> RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        Sort();
        var batch = new SqlBatch(connection);
        AddLock(batch);
        AddWrites(batch);
        var load = AddLoads(batch);
        await batch.RunAsync(cancellationToken).ConfigureAwait(false);
        return Answer(load);
    }

    /// <summary>A turn that takes over another lane, alone in its group: both leases are looked at before anything is changed.</summary>
    public async Task<CommitResult[]> RunAbsorbingAsync(TurnCommit turn, AbsorbedLane absorbed, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (absorbed.Lane == turn.Lane)
            return _results;
        Sort();
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var both = new LaneColumns([turn.Lane, absorbed.Lane]);
        var leases = new List<(long Place, bool Leased, long Fence, long NextSeq, long Version, long Mark)>();
        var look = new SqlBatch(connection);
        look.Query(CustomerSql.LockNamesOf, static _ => { }, Value.Of(turn.Lane.Store), Value.Of(absorbed.Lane.Customer));
        look.Query(LaneSql.Lock, static _ => { }, both.Stores, both.Channels, both.Customers);
        look.Query(
            TurnSql.ReadLeases, row => leases.Add((row.GetInt64(0), row.GetBoolean(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5))),
            both.Stores, both.Channels, both.Customers);
        await look.RunAsync(cancellationToken).ConfigureAwait(false);

        // Done by this very call before its answer was lost: the statements below answer it.
        var did = leases is [{ Place: 1 } done, ..] && done.Mark == mark && done.Fence == turn.Fence;
        if (!did)
        {
            if (leases is not [{ Leased: true } own, { Leased: true } other] || own.Fence != turn.Fence || own.Version != turn.StateVersion || other.Fence != absorbed.Fence)
                return _results;
            if (turn.HandledThrough >= own.NextSeq)
                return [new CommitResult(CommitOutcome.Refused, Reason: NoSuchEvents)];
        }

        var batch = new SqlBatch(connection);
        if (!did)
            AddAbsorb(batch, TurnSql.AbsorbEvents, absorbed, turn, Value.Of(now));
        AddWrites(batch);
        if (!did)
        {
            AddAbsorb(batch, TurnSql.AbsorbTimers, absorbed, turn);
            batch.Add(CustomerSql.Merge, Value.Of(turn.Lane.Store), Value.Of(absorbed.Lane.Customer), Value.Of(turn.Lane.Customer), Value.Of(now));
        }

        var load = AddLoads(batch);
        await batch.RunAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return Answer(load);
    }

    private const string NoSuchEvents = "The turn claims events that the lane does not have.";

    private static void AddAbsorb(SqlBatch batch, string sql, AbsorbedLane absorbed, TurnCommit turn, params ReadOnlySpan<NpgsqlParameter> more) =>
        batch.Add(sql, [Value.Of(turn.Lane.Store), Value.Of(turn.Lane.Channel), Value.Of(absorbed.Lane.Customer), Value.Of(turn.Lane.Customer), .. more]);

    private void Sort()
    {
        for (var i = 0; i < items.Length; i++)
        {
            switch (items[i])
            {
                case TurnCommit t:
                    _turns.Add(new Turn(
                        i, t.Lane, t.Fence, t.StateVersion, t.State.ToArray(), t.HandledThrough, null, null, null, (short)t.Control, [.. t.Outbox.DistinctBy(m => m.Id)],
                        t.Timers, t.Events, t.SendAs));
                    break;
                case ParkItem p:
                    _turns.Add(new Turn(
                        i, p.Lane, p.Fence, null, null, p.RetryAt is null ? p.Seq : p.Seq - 1, p.Seq, p.Cause, p.RetryAt, null, [.. p.Outbox.DistinctBy(m => m.Id)], [], p.Events,
                        p.SendAs));
                    break;
                case SendCommit s:
                    _sends.Add((i, s));
                    break;
                case StepCommit s:
                    _steps.Add((i, s));
                    break;
                case EventCommit e:
                    _deliveries.Add((i, e));
                    break;
                default:
                    throw new ArgumentException($"A commit of the kind {items[i].GetType().Name} is not known.", nameof(items));
            }
        }
    }

    private void AddLock(SqlBatch batch)
    {
        if (_turns.Count + _sends.Count + _steps.Count > 0)
            batch.Query(LaneSql.Lock, static _ => { }, Lanes.Stores, Lanes.Channels, Lanes.Customers);
    }

    private void AddWrites(SqlBatch batch)
    {
        if (_steps.Count > 0)
            AddSteps(batch);
        if (_turns.Count > 0)
            AddTurns(batch);
        if (_sends.Count > 0)
            AddSends(batch);
        if (_deliveries.Count > 0)
            AddDeliveries(batch);
    }

    private LaneLoad AddLoads(SqlBatch batch)
    {
        var load = new LaneLoad();
        if (_turns.Count > 0)
            load.AddWork(batch, Lanes, mark);
        if (_sends.Count > 0 || _turns.Exists(turn => turn.SendAs is not null))
            load.AddSends(batch, Lanes, mark);
        if (_deliveries.Count > 0)
            load.AddDeliveries(batch, Lanes, mark);
        return load;
    }

    private void AddTurns(SqlBatch batch)
    {
        var lanes = LaneColumns.Of(_turns, t => t.Lane);
        var outbox = _turns.SelectMany(t => t.Outbox.Select((row, n) => (t.Ord, N: n, Row: row))).ToArray();
        batch.Query(
            TurnSql.Settle,
            row => _results[row.GetInt32(0)] = row.GetInt32(1) switch
            {
                0 or 3 => new CommitResult(CommitOutcome.Committed),
                1 => new CommitResult(CommitOutcome.Stale),
                _ => new CommitResult(CommitOutcome.Refused, Reason: items[row.GetInt32(0)] is ParkItem ? "The event is not at the head of its lane." : NoSuchEvents),
            },
            Value.Column(_turns, t => t.Ord), lanes.Stores, lanes.Channels, lanes.Customers, Value.Column(_turns, t => t.Fence), Value.Column(_turns, t => t.Version),
            Value.Column(_turns, t => t.State), Value.Column(_turns, t => t.Through), Value.Column(_turns, t => t.Parked), Value.Times(_turns, t => t.RetryAt),
            Value.Column(_turns, t => t.Control), Value.Column(_turns, t => t.SendAs), Value.Of(now), Value.Of(now + lease), Value.Of(mark),
            Value.Column(outbox, o => o.Ord), Value.Column(outbox, o => o.N), Value.Column(outbox, o => o.Row.Id), Value.Column(outbox, o => (short)o.Row.Class),
            Value.Column(outbox, o => o.Row.Payload.ToArray()), Value.Column(outbox, o => o.Row.TraceParent), Value.Column(outbox, o => o.Row.WantsStatus));
        AddFailures(batch);
        AddTimers(batch);
        AddFacts(batch, TurnSql.AddFacts, [.. _turns.SelectMany(t => t.Events.Select((row, n) => new Fact(t.Lane, n, row, default, 0)))]);
    }

    private void AddFailures(SqlBatch batch)
    {
        var failed = _turns.FindAll(t => t.Parked is not null);
        if (failed.Count == 0)
            return;
        var lanes = LaneColumns.Of(failed, t => t.Lane);
        batch.Add(
            TurnSql.MarkFailed, lanes.Stores, lanes.Channels, lanes.Customers, Value.Of(mark), Value.Column(failed, t => t.Parked!.Value), Value.Column(failed, t => t.Cause),
            Value.Times(failed, t => t.RetryAt is null ? now : null));
    }

    private void AddTimers(SqlBatch batch)
    {
        var changes = _turns.SelectMany(t => t.Timers.Reverse().DistinctBy(c => c.Name).Select(c => (t.Lane, Row: c))).ToArray();
        if (changes.Length == 0)
            return;
        var set = Array.FindAll(changes, c => c.Row.DueAt is not null);
        var cancelled = Array.FindAll(changes, c => c.Row.DueAt is null);
        if (set.Length > 0)
        {
            var lanes = LaneColumns.Of(set, c => c.Lane);
            batch.Add(
                TurnSql.SetTimers, lanes.Stores, lanes.Channels, lanes.Customers, Value.Of(mark), Value.Column(set, c => c.Row.Name), Value.Times(set, c => c.Row.DueAt),
                Value.Column(set, c => c.Row.Payload.ToArray()));
        }

        if (cancelled.Length > 0)
        {
            var lanes = LaneColumns.Of(cancelled, c => c.Lane);
            batch.Add(TurnSql.CancelTimers, lanes.Stores, lanes.Channels, lanes.Customers, Value.Of(mark), Value.Column(cancelled, c => c.Row.Name));
        }
    }

    private void AddFacts(SqlBatch batch, string sql, Fact[] facts)
    {
        if (facts.Length == 0)
            return;
        facts = [.. facts.DistinctBy(f => (f.Lane.Store, f.Row.Id))];
        var lanes = LaneColumns.Of(facts, f => f.Lane);
        NpgsqlParameter[] values =
        [
            lanes.Stores, lanes.Channels, lanes.Customers, sql == TurnSql.AddFacts ? Value.Of(mark) : Value.Column(facts, f => f.OutboxId), Value.Of(now),
            Value.Column(facts, f => f.N), Value.Column(facts, f => f.Row.Id), Value.Column(facts, f => f.Row.Kind), Value.Column(facts, f => f.Row.Payload.ToArray()),
            Value.Column(facts, f => f.Row.Deliver),
        ];
        batch.Add(sql, sql == TurnSql.AddFacts ? values : [.. values, Value.Column(facts, f => f.Attempt)]);
    }

    private void AddSends(SqlBatch batch)
    {
        var lanes = LaneColumns.Of(_sends, s => s.Item.Lane);
        batch.Query(
            SendSql.Close,
            row => _results[row.GetInt32(0)] = new CommitResult(row.GetInt32(1) == 0 ? CommitOutcome.Committed : CommitOutcome.Stale),
            Value.Column(_sends, s => s.Ord), lanes.Stores, lanes.Channels, lanes.Customers, Value.Column(_sends, s => s.Item.OutboxId), Value.Column(_sends, s => s.Item.Owner),
            Value.Column(_sends, s => s.Item.Attempt), Value.Column(_sends, s => (short)s.Item.Outcome), Value.Column(_sends, s => s.Item.MessageRef),
            Value.Column(_sends, s => s.Item.MessageId.ToArray()), Value.Times(_sends, s => s.Item.RetryAt), Value.Column(_sends, s => s.Item.ErrorCode),
            Value.Of(now), Value.Of(now + lease), Value.Of(mark));
        AddFacts(batch, TurnSql.AddSendFacts, [.. _sends.SelectMany(s => s.Item.Events.Select((row, n) => new Fact(s.Item.Lane, n, row, s.Item.OutboxId, s.Item.Attempt)))]);
    }

    private void AddSteps(SqlBatch batch)
    {
        var lanes = LaneColumns.Of(_steps, s => s.Item.Lane);
        batch.Query(
            TurnSql.KeepSteps, row => _results[row.GetInt32(0)] = new CommitResult(CommitOutcome.Committed),
            Value.Column(_steps, s => s.Ord), lanes.Stores, lanes.Channels, lanes.Customers, Value.Column(_steps, s => s.Item.Fence), Value.Column(_steps, s => s.Item.Seq),
            Value.Column(_steps, s => s.Item.Step), Value.Column(_steps, s => s.Item.Result.ToArray()), Value.Of(now));
    }

    private void AddDeliveries(SqlBatch batch)
    {
        var lanes = LaneColumns.Of(_deliveries, d => d.Item.Lane);
        batch.Query(
            DeliverySql.Close, row => _results[row.GetInt32(0)] = new CommitResult(CommitOutcome.Committed),
            Value.Column(_deliveries, d => d.Ord), lanes.Stores, lanes.Channels, lanes.Customers, Value.Column(_deliveries, d => d.Item.Owner),
            Value.Column(_deliveries, d => d.Item.Fence), Value.Column(_deliveries, d => d.Item.Through), Value.Times(_deliveries, d => d.Item.RetryAt),
            Value.Column(_deliveries, d => d.Item.Cause), Value.Of(now), Value.Of(now + lease), Value.Of(mark));
    }

    private CommitResult[] Answer(LaneLoad load)
    {
        var sent = new HashSet<LaneKey>();
        for (var i = 0; i < items.Length; i++)
        {
            var (item, result) = (items[i], _results[i]);
            var done = result.Outcome == CommitOutcome.Committed;
            if (done && item is (TurnCommit or ParkItem))
                result = result with { Work = load.Work(item.Lane) };
            if (done && item is EventCommit)
                result = result with { Events = load.Delivery(item.Lane) };

            // Stale or not, the answer to a send carries the lane's next message: a status that closed this one must not leave the lane without a sender.
            if (item is SendCommit || (done && item is (TurnCommit { SendAs: not null } or ParkItem { SendAs: not null })))
            {
                if (load.Send(item.Lane) is { } send && sent.Add(item.Lane))
                    result = result with { Send = send };
            }

            _results[i] = result;
        }

        return _results;
    }
}
