namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>What belongs to the deployment and to no store: keys that wrap other keys, and values handed out before a store exists.</summary>
internal static class GlobalSql
{
    public const string LookupKeys = "select version, wrapped_key from shopbot.lookup_keys";

    public const string AddLookupKey = "insert into shopbot.lookup_keys (version, wrapped_key) values ($1, $2) on conflict do nothing";

    public const string FindLookupKey = "select wrapped_key from shopbot.lookup_keys where version = $1";

    public const string KeyRing = "select xml from shopbot.key_ring order by id";

    public const string AddToKeyRing = "insert into shopbot.key_ring (name, xml) values ($1, $2)";

    public const string LookupKeysAfter = "select version, wrapped_key from shopbot.lookup_keys where version > $1 order by version limit $2";

    public const string KeyRingAfter = """select name, xml from shopbot.key_ring where name collate "C" > $1 order by name collate "C" limit $2""";

    public const string AddLookupKeys =
        "insert into shopbot.lookup_keys (version, wrapped_key) select version::int, wrapped_key from unnest($1, $2) as i (version, wrapped_key) on conflict do nothing";

    public const string AddKeysToRing =
        """
        insert into shopbot.key_ring (name, xml) select name, xml from unnest($1, $2) as i (name, xml)
        where not exists (select 1 from shopbot.key_ring k where k.name = i.name)
        """;

    public const string RemoveLookupKey = "delete from shopbot.lookup_keys where version = $1";

    public const string ReplaceInKeyRing =
        "with replaced as (update shopbot.key_ring set xml = $2 where xml = $1 returning 1) select count(*) from replaced";

    /// <summary>Ended tickets go on the way.</summary>
    public const string PutTicket =
        """
        with ended as (delete from shopbot.tickets where expires_at <= $4)
        insert into shopbot.tickets (key, value, expires_at) values ($1, $2, $3)
        on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at
        """;

    /// <summary>Makes room for one more: those that end first give way. Answers how many there were.</summary>
    public const string MakeRoomForTicket =
        """
        with crowd as (select count(*) as n from shopbot.tickets where expires_at > $2 and key <> $1),
        gone as (
          delete from shopbot.tickets where key in (
            select key from shopbot.tickets where expires_at > $2 and key <> $1
            order by expires_at limit (select greatest(n - $3 + 1, 0) from crowd) for update skip locked))
        select n from crowd
        """;

    public const string TakeTicket = "delete from shopbot.tickets where key = $1 returning value, expires_at";

    public const string Ping = "select 1";

    public const string Notify = "select pg_notify('shopbot', $1)";

    public const string Listen = "listen shopbot";
}
