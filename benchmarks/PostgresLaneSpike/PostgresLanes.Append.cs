using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;

namespace PostgresLaneSpike;

internal sealed partial class PostgresLanes
{
    private const string Store =
        """
        with item as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            as t (ord, store, key, sort, channel, customer, kind, payload, occurred_at, trace)),
        fresh as (
          insert into event_keys (store, key, seen_at) select store, key, $11 from item order by store, key collate "C"
          on conflict do nothing returning store, key),
        event as (
          select i.*, row_number() over (partition by i.store, i.channel, i.customer order by i.ord) as n
          from item i join fresh using (store, key) where i.sort = 0),
        grown as (
          select store, channel, customer, max(n) as added, min(ord) as ord from event group by store, channel, customer),
        idle as (
          select g.*, row_number() over (order by g.ord) <= $14 as take
          from grown g join lanes l using (store, channel, customer) where l.next_seq = l.head_seq or l.ready_at <= $11),
        lane as (
          update lanes l set
            next_seq = l.next_seq + g.added,
            ready_at = case when i.take then $13 when l.next_seq = l.head_seq then $11 else l.ready_at end,
            owner = case when i.take then $12 else l.owner end,
            fence = l.fence + (coalesce(i.take, false))::int,
            mark = case when i.take then $15 else l.mark end
          from grown g left join idle i using (store, channel, customer)
          where l.store = g.store and l.channel = g.channel and l.customer = g.customer
          returning l.store, l.channel, l.customer, l.next_seq - g.added as first, coalesce(i.take, false) as taken),
        stored as (
          insert into inbox (store, channel, customer, seq, event_key, kind, payload, occurred_at, stored_at, trace)
          select store, channel, customer, first + n - 1, key, kind, payload, occurred_at, $11, trace
          from event join lane using (store, channel, customer)),
        noted as (
          insert into events (store, id, kind, payload, at)
          select store, gen_random_uuid(), kind, payload, occurred_at from item join fresh using (store, key) where sort = 2)
        select i.ord, coalesce(l.first + e.n - 1, 0), coalesce(l.taken and e.n = 1, false)
        from item i join fresh using (store, key) left join event e using (ord)
        left join lane l on l.store = e.store and l.channel = e.channel and l.customer = e.customer
        """;

    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(
        IReadOnlyList<AppendItem> items, ClaimRequest? claim, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        RunGroupAsync(
            items, part => AppendOnceAsync(part, claim, now, cancellationToken), reason => new AppendResult(AppendOutcome.Refused, Reason: reason));

    private async Task<AppendResult[]> AppendOnceAsync(
        IReadOnlyList<AppendItem> items, ClaimRequest? claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var people = new CustomerResolver(items);
        await people.LookUpAsync(connection, cancellationToken);
        await using var transaction = people.HasNewNames ? await connection.BeginTransactionAsync(cancellationToken) : null;
        var batch = new SqlBatch(connection);
        if (transaction is not null)
            await people.CreateAsync(connection, batch, now, cancellationToken);

        var results = new AppendResult[items.Count];
        var lanes = new LaneKey?[items.Count];
        var keys = new HashSet<(Guid, string)>();
        var taken = new List<int>();
        for (var i = 0; i < items.Count; i++)
        {
            var customer = items[i] is EventAppend e ? people.Find(e) : null;
            if (items[i] is EventAppend && customer is null)
                results[i] = new AppendResult(AppendOutcome.Refused, Reason: "unknown customer");
            else if (items[i].Payload.Length > 1 << 20)
                results[i] = new AppendResult(AppendOutcome.Refused, Reason: "payload too large");
            else
            {
                results[i] = new AppendResult(AppendOutcome.Duplicate);
                if (!keys.Add((items[i].Store.Value, items[i].EventKey)))
                    continue;
                taken.Add(i);
                if (customer is { } id)
                    lanes[i] = new LaneKey(items[i].Store, ((EventAppend)items[i]).Channel, new CustomerId(id));
            }
        }

        var mark = Guid.NewGuid();
        var load = new LaneLoad(mark);
        var columns = LaneColumns.Of(taken.Where(i => lanes[i] is not null).Select(i => lanes[i]!.Value).Distinct());
        if (columns.Stores.Length > 0)
        {
            batch.Add(
                """
                insert into lanes (store, channel, customer) select * from unnest($1, $2, $3) as k (store, channel, customer)
                order by store, channel collate "C", customer on conflict do nothing
                """,
                columns.Stores, columns.Channels, columns.Customers);
            batch.LockLanes(columns);
        }

        var rows = taken.ConvertAll(i => items[i]);
        var first = new List<int>();
        batch.Query(
            Store,
            row =>
            {
                var i = row.GetInt32(0);
                results[i] = new AppendResult(AppendOutcome.Appended, lanes[i], row.GetInt64(1));
                if (row.GetBoolean(2))
                    first.Add(i);
            },
            taken.ToArray(), rows.Select(r => r.Store.Value).ToArray(), rows.Select(r => r.EventKey).ToArray(),
            rows.Select(r => (short)(r is EventAppend ? 0 : r is StatusAppend ? 1 : 2)).ToArray(),
            taken.Select(i => lanes[i]?.Channel).ToArray(), taken.Select(i => lanes[i]?.Customer.Value).ToArray(),
            rows.Select(r => r is EventAppend e ? e.Kind : (r as NoteAppend)?.Kind).ToArray(),
            rows.Select(r => r.Payload.ToArray()).ToArray(), rows.Select(r => r.OccurredAt.ToUniversalTime()).ToArray(),
            rows.Select(r => (r as EventAppend)?.TraceParent).ToArray(),
            now, claim?.Owner ?? "", now + (claim?.Lease ?? default), claim?.MaxLanes ?? 0, mark);
        AddStatuses(batch, [.. rows.OfType<StatusAppend>()], mark, now);
        if (claim is not null && columns.Stores.Length > 0)
            load.AddTo(batch, columns);
        await batch.RunAsync(cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        foreach (var i in first)
            results[i] = results[i] with { Work = load.Work(lanes[i]!.Value) };
        return results;
    }

    /// <summary>
    /// Applying a status is taking a maximum, so it may be repeated and reordered freely. It meets the HTTP answer in message_refs:
    /// the second of the two waits for the first one's row and sees it.
    /// </summary>
    private static void AddStatuses(SqlBatch batch, StatusAppend[] items, Guid mark, DateTimeOffset now)
    {
        if (items.Length == 0)
            return;
        var stores = Array.ConvertAll(items, s => s.Store.Value);
        var refs = Array.ConvertAll(items, s => s.MessageRef);
        batch.Add(
            """
            insert into message_refs as r (store, ref, outbox_id, status, error_code, seen_at)
            select store, ref, (max(outbox_id::text))::uuid, max(status), max(error_code), $6
            from unnest($1, $2, $3, $4, $5) as s (store, ref, outbox_id, status, error_code)
            group by store, ref order by store, ref collate "C"
            on conflict (store, ref) do update set outbox_id = coalesce(r.outbox_id, excluded.outbox_id),
              status = greatest(r.status, excluded.status), error_code = coalesce(r.error_code, excluded.error_code)
            """,
            stores, refs, Array.ConvertAll(items, s => s.OutboxId), Array.ConvertAll(items, s => (short)s.Status),
            Array.ConvertAll(items, s => s.ErrorCode), now);
        batch.Query(
            """
            select 1 from outbox o join message_refs r on o.store = r.store and o.id = r.outbox_id
            where (r.store, r.ref) in (select * from unnest($1, $2)) order by o.store, o.id for update of o
            """,
            static _ => { }, stores, refs);
        batch.Add(
            """
            update outbox o set
              status = greatest(o.status, r.status), error_code = coalesce(o.error_code, r.error_code),
              message_ref = coalesce(o.message_ref, r.ref), closed_at = coalesce(o.closed_at, $3), mark = $4,
              state = case when o.state in (3, 4) then o.state when r.status = 2 then 4 else 3 end
            from message_refs r
            where (r.store, r.ref) in (select * from unnest($1, $2)) and o.store = r.store and o.id = r.outbox_id and o.attempt > 0
            """,
            stores, refs, now, mark);
    }
}
