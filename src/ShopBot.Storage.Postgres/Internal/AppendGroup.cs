using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>One group of events, statuses and notes on its way into the database.</summary>
internal sealed class AppendGroup(AppendItem[] items, ClaimRequest? claim, DateTimeOffset now, long mark, bool repeated)
{
    private readonly AppendResult?[] _results = new AppendResult?[items.Length];
    private readonly LaneKey?[] _lanes = new LaneKey?[items.Length];
    private readonly Message?[] _messages = new Message?[items.Length];
    private CustomerResolver _people = new([]);

    private const short EventSort = 0, NoteSort = 2;

    /// <summary>The message a status is about.</summary>
    private sealed record Message(Guid OutboxId, LaneKey Lane, bool IsSent, bool WantsStatus);

    /// <summary>What is written of one item, or of an event that goes before it (then <see cref="Item"/> is -1).</summary>
    private sealed record Row(
        int Item, Guid Store, string Key, short Sort, LaneKey? Lane, string? Kind, ReadOnlyMemory<byte>? Payload, DateTimeOffset At, string? Trace, DateTimeOffset? InboundAt);

    public async Task<AppendResult[]> RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        FindDuplicatesInGroup();
        var open = Open();
        _people = new CustomerResolver([.. open.Select(i => items[i]).OfType<EventAppend>()]);
        var look = new SqlBatch(connection);
        _people.AddLookUp(look);
        AddStatusLookUp(look);
        await look.RunAsync(cancellationToken).ConfigureAwait(false);

        var rows = Resolve();
        var load = _people.HasNews
            ? await WriteNewsAsync(connection, open, cancellationToken).ConfigureAwait(false)
            : await WriteAsync(connection, rows, cancellationToken).ConfigureAwait(false);
        if (repeated)
            await RecoverAsync(connection, [.. open.Where(i => _results[i]!.Outcome == AppendOutcome.Duplicate)], load, cancellationToken).ConfigureAwait(false);
        return Answer(load);
    }

    /// <summary>Strangers and new names: locked, looked up again, written together with the events.</summary>
    private async Task<LaneLoad> WriteNewsAsync(NpgsqlConnection connection, List<int> open, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var again = new SqlBatch(connection);
        var keyed = open.Where(i => items[i] is not StatusAppend).ToArray();
        _people.AddLocks(again);
        again.Query(
            AppendSql.Seen, row => _results[row.GetInt32(0)] = new AppendResult(AppendOutcome.Duplicate),
            Value.Of(keyed), Value.Column(keyed, i => items[i].Store.Value), Value.Column(keyed, i => items[i].EventKey));
        _people.AddLookUp(again);
        await again.RunAsync(cancellationToken).ConfigureAwait(false);
        var load = await WriteAsync(connection, Resolve(), cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return load;
    }

    /// <summary>The items of which nothing is known yet.</summary>
    private List<int> Open() => [.. Enumerable.Range(0, items.Length).Where(i => _results[i] is null)];

    private void FindDuplicatesInGroup()
    {
        var keys = new HashSet<(Guid, string)>();
        for (var i = 0; i < items.Length; i++)
        {
            if (!keys.Add((items[i].Store.Value, items[i].EventKey)))
                _results[i] = new AppendResult(AppendOutcome.Duplicate);
        }
    }

    private void AddStatusLookUp(SqlBatch batch)
    {
        var statuses = Enumerable.Range(0, items.Length).Where(i => items[i] is StatusAppend).ToArray();
        if (statuses.Length == 0)
            return;
        batch.Query(
            StatusSql.Find,
            row =>
            {
                var i = row.GetInt32(0);
                var lane = new LaneKey(items[i].Store, row.GetString(2), new(row.GetGuid(3)));
                _messages[i] = new Message(row.GetGuid(1), lane, row.GetInt16(4) == 3, row.GetBoolean(5));
            },
            Value.Of(statuses), Value.Column(statuses, i => items[i].Store.Value), Value.Column(statuses, i => ((StatusAppend)items[i]).MessageRef),
            Value.Column(statuses, i => ((StatusAppend)items[i]).OutboxId));
    }

    /// <summary>Decides for each open item what is to be written. Statuses only ever rise, so hearing one again does no harm and no key is kept of it.</summary>
    private List<Row> Resolve()
    {
        _people.Reset();
        var rows = new List<Row>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (_results[i] is not null)
                continue;
            var item = items[i];
            switch (item)
            {
                case EventAppend e:
                    if (_people.Resolve(e) is not { } found)
                    {
                        _results[i] = new AppendResult(AppendOutcome.Refused, Reason: "This store has no such customer.");
                        break;
                    }

                    _lanes[i] = new LaneKey(e.Store, e.Channel, found.Customer);
                    foreach (var other in found.SamePeople)
                        rows.Add(new Row(-1, e.Store.Value, StorageRules.MergeEventKey(other), EventSort, _lanes[i], StorageRules.MergeKind, default(ReadOnlyMemory<byte>), e.OccurredAt, e.TraceParent, null));
                    rows.Add(new Row(i, e.Store.Value, e.EventKey, EventSort, _lanes[i], e.Kind, e.Payload, e.OccurredAt, e.TraceParent, e.OpensWindow ? e.OccurredAt : null));
                    break;
                case NoteAppend n:
                    rows.Add(new Row(i, n.Store.Value, n.EventKey, NoteSort, null, n.Kind, n.Payload, n.OccurredAt, null, null));
                    break;
            }
        }

        return rows;
    }

    private async Task<LaneLoad> WriteAsync(NpgsqlConnection connection, List<Row> rows, CancellationToken cancellationToken)
    {
        var batch = new SqlBatch(connection);
        var load = new LaneLoad();
        var statuses = Open().Where(i => items[i] is StatusAppend).ToArray();
        var closing = statuses.Where(i => _messages[i] is { IsSent: false }).Select(i => _messages[i]!.Lane).Distinct().ToArray();
        for (var i = 0; i < items.Length; i++)
            _results[i] ??= new AppendResult(AppendOutcome.Duplicate);
        if (rows.Count > 0)
            _people.AddWrites(batch, now);
        if (rows.Count > 0 || closing.Length > 0)
            AddRows(batch, rows, new LaneColumns(closing));
        AddStatuses(batch, statuses);

        if (claim is not null && _lanes.Any(lane => lane is not null))
            load.AddWork(batch, new LaneColumns([.. _lanes.OfType<LaneKey>().Distinct()]), mark);
        await batch.RunAsync(cancellationToken).ConfigureAwait(false);
        return load;
    }

    private void AddRows(SqlBatch batch, List<Row> rows, LaneColumns closingLanes)
    {
        // Taken in a fixed order of lanes by the statement; which of them may be leased is decided here, in the order of the items.
        var mayTake = MayTake(rows);
        batch.Query(
            AppendSql.Store,
            row =>
            {
                if (rows[row.GetInt32(0)] is { Item: >= 0 } stored)
                    _results[stored.Item] = new AppendResult(AppendOutcome.Appended, _lanes[stored.Item], row.GetInt64(1));
            },
            Value.Of(Enumerable.Range(0, rows.Count).ToArray()), Value.Column(rows, r => r.Store), Value.Column(rows, r => r.Key), Value.Column(rows, r => r.Sort),
            Value.Column(rows, r => r.Lane?.Channel), Value.Column(rows, r => r.Lane?.Customer.Value), Value.Column(rows, r => r.Kind),
            Value.Column(rows, r => r.Payload?.ToArray()), Value.Times(rows, r => r.At), Value.Column(rows, r => r.Trace), Value.Times(rows, r => r.InboundAt),
            Value.Column(rows, r => r.Lane is { } lane && mayTake.Contains(lane)),
            Value.Of(now), Value.Of(mark), Value.Of(claim?.Owner ?? ""), Value.Of(now + (claim?.Lease ?? TimeSpan.Zero)),
            closingLanes.Stores, closingLanes.Channels, closingLanes.Customers);
    }

    private HashSet<LaneKey> MayTake(List<Row> rows)
    {
        var taken = new HashSet<LaneKey>();
        if (claim is null)
            return taken;
        var perStore = new Dictionary<Guid, int>();
        foreach (var row in rows)
        {
            if (taken.Count == claim.MaxLanes)
                break;
            if (row.Lane is not { } lane || claim.Except.Contains(lane.Store) || taken.Contains(lane) || perStore.GetValueOrDefault(row.Store) >= claim.MaxPerStore)
                continue;
            perStore[row.Store] = perStore.GetValueOrDefault(row.Store) + 1;
            taken.Add(lane);
        }

        return taken;
    }

    private void AddStatuses(SqlBatch batch, int[] statuses)
    {
        var known = statuses.Where(i => _messages[i] is not null).ToArray();
        if (known.Length > 0)
        {
            batch.Query(
                StatusSql.Apply,
                row => _results[row.GetInt32(0)] = new AppendResult(AppendOutcome.Appended, SendReady: row.GetBoolean(1)),
                Value.Of(known), Value.Column(known, i => items[i].Store.Value), Value.Column(known, i => _messages[i]!.OutboxId), Value.Column(known, i => Status(i).MessageRef),
                Value.Column(known, i => items[i].Payload.ToArray()), Value.Column(known, i => (short)Status(i).Status), Value.Column(known, i => Status(i).ErrorCode),
                Value.Column(known, i => Status(i).Price?.Category), Value.Column(known, i => Status(i).Price?.Type), Value.Column(known, i => Status(i).Price?.Billable), Value.Of(now));
        }

        var early = statuses.Where(i => _messages[i] is null).ToArray();
        if (early.Length == 0)
            return;
        batch.Query(
            StatusSql.Keep,
            row => _results[row.GetInt32(0)] = new AppendResult(AppendOutcome.Appended),
            Value.Of(early), Value.Column(early, i => items[i].Store.Value), Value.Column(early, i => Status(i).MessageRef), Value.Column(early, i => (short)Status(i).Status), Value.Column(early, i => Status(i).ErrorCode),
            Value.Column(early, i => Status(i).Price?.Category), Value.Column(early, i => Status(i).Price?.Type), Value.Column(early, i => Status(i).Price?.Billable), Value.Of(now));
        batch.Add(StatusSql.Meet, Value.Column(early, i => items[i].Store.Value), Value.Column(early, i => Status(i).MessageRef));
    }

    /// <summary>What looks like a duplicate may be what this very call committed before its answer was lost.</summary>
    private async Task RecoverAsync(NpgsqlConnection connection, int[] doubtful, LaneLoad load, CancellationToken cancellationToken)
    {
        foreach (var i in doubtful.Where(i => items[i] is StatusAppend))
            _results[i] = new AppendResult(AppendOutcome.Appended, SendReady: true);
        doubtful = [.. doubtful.Where(i => items[i] is not StatusAppend)];
        var mine = new List<int>();
        var people = new CustomerResolver([.. doubtful.Select(i => items[i]).OfType<EventAppend>()]);
        var look = new SqlBatch(connection);
        look.Query(
            AppendSql.Seen,
            row =>
            {
                if (row.GetInt64(1) == mark)
                    mine.Add(row.GetInt32(0));
            },
            Value.Of(doubtful), Value.Column(doubtful, i => items[i].Store.Value), Value.Column(doubtful, i => items[i].EventKey));
        people.AddLookUp(look);
        await look.RunAsync(cancellationToken).ConfigureAwait(false);

        var events = new List<int>();
        foreach (var i in mine)
        {
            _results[i] = new AppendResult(AppendOutcome.Appended);
            if (items[i] is not EventAppend e || people.Resolve(e) is not { } found)
                continue;
            _lanes[i] = new LaneKey(e.Store, e.Channel, found.Customer);
            events.Add(i);
        }

        if (events.Count == 0)
            return;
        var batch = new SqlBatch(connection);
        batch.Query(
            AppendSql.FindPlace,
            row => _results[row.GetInt32(0)] = new AppendResult(AppendOutcome.Appended, _lanes[row.GetInt32(0)], row.GetInt64(1)),
            Value.Of(events.ToArray()), Value.Column(events, i => items[i].Store.Value), Value.Column(events, i => _lanes[i]!.Value.Channel),
            Value.Column(events, i => _lanes[i]!.Value.Customer.Value), Value.Column(events, i => items[i].EventKey));
        if (claim is not null)
            load.AddWork(batch, new LaneColumns([.. events.Select(i => _lanes[i]!.Value).Distinct()]), mark);
        await batch.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private AppendResult[] Answer(LaneLoad load)
    {
        var given = new HashSet<LaneKey>();
        for (var i = 0; i < items.Length; i++)
        {
            var result = _results[i]!;
            if (result is { Outcome: AppendOutcome.Appended, Lane: { } lane } && load.Work(lane) is { } work && given.Add(lane))
                result = result with { Work = work };
            if (_messages[i] is { WantsStatus: true } message)
                result = result with { StatusLane = message.Lane };
            _results[i] = result;
        }

        return _results!;
    }

    private StatusAppend Status(int i) => (StatusAppend)items[i];
}
