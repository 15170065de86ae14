namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>Delivery statuses. Taking the greatest may be repeated and reordered freely, so they apply set-wise.</summary>
internal static class StatusSql
{
    /// <summary>The message each status is about, as far as it is known: by the echoed id, else by the platform's name.</summary>
    public const string Find =
        """
        select s.ord, o.outbox_id, o.channel, o.customer_id, o.state, o.wants_status
        from unnest($1, $2, $3, $4) as s (ord, store_id, ref, outbox_id)
        left join lateral (
          select x.outbox_id from shopbot.message_refs x where x.store_id = s.store_id and x.ref = s.ref limit 1) r on true
        cross join lateral (
          select * from shopbot.outbox x where x.store_id = s.store_id and x.outbox_id in (s.outbox_id, r.outbox_id)
          order by x.outbox_id = s.outbox_id desc nulls last limit 1) o
        """;

    /// <summary>
    /// Applies statuses to known messages. One that is not Sent yet becomes so, whatever was thought of it: its lane is locked, and the next message of the lane is due.
    /// What an older status says of the price counts when no other has said it.
    /// A message sent twice has two names; that the other copy failed says nothing about this one. Answers the statuses
    /// that told something new, and whether their message became Sent by them.
    /// </summary>
    public const string Apply =
        """
        with item as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            as s (ord, store_id, outbox_id, ref, message_id, delivery, error_code, price_category, price_type, price_billable)),
        first as (
          select distinct on (store_id, outbox_id) store_id, outbox_id, ord, ref, message_id from item order by store_id, outbox_id, ord),
        row as materialized (
          select f.*, o.state, o.delivery, o.price_category is not null as priced, o.channel, o.customer_id, o.position, case when o.state = 3 then o.message_ref else f.ref end as final_ref
          from first f cross join lateral (
            select * from shopbot.outbox x where x.store_id = f.store_id and x.outbox_id = f.outbox_id limit 1) o),
        news as (
          select r.*, coalesce(b.delivery, 0::smallint) as best, b.error_code as best_error, k.delivery as early, k.error_code as early_error,
            coalesce(p.price_category, k.price_category) as price_category,
            case when p.price_category is null then k.price_type else p.price_type end as price_type,
            coalesce(p.price_billable, k.price_billable) as price_billable
          from row r
          left join lateral (
            select i.delivery, i.error_code from item i
            where i.store_id = r.store_id and i.outbox_id = r.outbox_id and not (i.delivery = 2 and r.final_ref is not null and i.ref <> r.final_ref)
            order by i.delivery desc, i.ord limit 1) b on true
          left join lateral (
            select i.price_category, i.price_type, i.price_billable from item i
            where i.store_id = r.store_id and i.outbox_id = r.outbox_id and i.price_category is not null and (i.delivery >= r.delivery or not r.priced)
            order by i.ord desc limit 1) p on true
          left join lateral (
            select m.* from shopbot.message_refs m where m.store_id = r.store_id and m.ref = r.ref and r.state <> 3 limit 1) k on true),
        applied as (
          update shopbot.outbox o set
            state = 3, closed_at = case when n.state = 3 then o.closed_at else $11 end,
            message_ref = case when n.state = 3 then o.message_ref else n.ref end, message_id = case when n.state = 3 then o.message_id else n.message_id end,
            delivery = greatest(o.delivery, n.best, n.early),
            error_code = case
              when n.early > greatest(o.delivery, n.best) then n.early_error
              when n.best > o.delivery then n.best_error
              when n.state = 3 then o.error_code end,
            price_category = coalesce(n.price_category, o.price_category),
            price_type = case when n.price_category is null then o.price_type else n.price_type end,
            price_billable = coalesce(n.price_billable, o.price_billable)
          from news n where o.store_id = n.store_id and o.outbox_id = n.outbox_id),
        named as (
          insert into shopbot.message_refs as m (store_id, ref, outbox_id, heard_at)
          select store_id, ref, outbox_id, $11 from row where state <> 3 order by store_id, ref collate "C"
          on conflict (store_id, ref) do update set outbox_id = excluded.outbox_id),
        lane as (
          update shopbot.lanes l set
            head_position = r.position + 1, send_state = case when x.position is not null then 0 end, send_at = case when x.position is not null then $11 end
          from row r left join lateral (
            select o.position from shopbot.outbox o
            where o.store_id = r.store_id and o.channel = r.channel and o.customer_id = r.customer_id and o.position > r.position
            order by o.position limit 1) x on true
          where r.state < 3 and l.store_id = r.store_id and l.channel = r.channel and l.customer_id = r.customer_id)
        select i.ord, r.state <> 3 and r.ord = i.ord from item i join row r using (store_id, outbox_id)
        where r.state <> 3 or i.delivery > r.delivery and not (i.delivery = 2 and r.final_ref is not null and i.ref <> r.final_ref)
        """;

    /// <summary>Keeps what is heard of a message whose send has not been answered yet. Answers what was new.</summary>
    public const string Keep =
        """
        with item as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
            as s (ord, store_id, ref, delivery, error_code, price_category, price_type, price_billable)),
        heard as (
          select distinct on (store_id, ref) * from item order by store_id, ref, delivery desc),
        kept as (
          insert into shopbot.message_refs as m (store_id, ref, delivery, error_code, price_category, price_type, price_billable, heard_at)
          select store_id, ref, delivery, error_code, price_category, price_type, price_billable, $9 from heard order by store_id, ref collate "C"
          on conflict (store_id, ref) do update set
            delivery = greatest(m.delivery, excluded.delivery),
            error_code = case when excluded.delivery > m.delivery then excluded.error_code else m.error_code end,
            price_category = coalesce(excluded.price_category, m.price_category),
            price_type = case when excluded.price_category is null then m.price_type else excluded.price_type end,
            price_billable = coalesce(excluded.price_billable, m.price_billable),
            heard_at = excluded.heard_at)
        select i.ord from item i
        left join lateral (select m.delivery from shopbot.message_refs m where m.store_id = i.store_id and m.ref = i.ref limit 1) known on true
        where i.delivery > coalesce(known.delivery, 0)
        """;

    /// <summary>The answer to the send came between the look-up and <see cref="Keep"/>: the second of the two sees the first.</summary>
    public const string Meet =
        """
        with met as materialized (
          select r.* from unnest($1, $2) as k (store_id, ref)
          cross join lateral (
            select * from shopbot.message_refs m where m.store_id = k.store_id and m.ref = k.ref and m.outbox_id is not null limit 1) r
          order by r.store_id, r.outbox_id)
        update shopbot.outbox o set
          delivery = m.delivery, error_code = m.error_code, price_category = coalesce(m.price_category, o.price_category),
          price_type = coalesce(m.price_type, o.price_type), price_billable = coalesce(m.price_billable, o.price_billable)
        from met m where o.store_id = m.store_id and o.outbox_id = m.outbox_id and o.state = 3 and m.delivery > o.delivery
        """;
}
