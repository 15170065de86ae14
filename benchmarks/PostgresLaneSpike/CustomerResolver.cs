using Npgsql;
using ShopBot.Engine.Storage;

namespace PostgresLaneSpike;

/// <summary>
/// Finds whom the events are from. Known people cost one read; new names are created under advisory locks on exactly those names,
/// taken in order, so that two hosts that meet the same stranger agree on one customer.
/// </summary>
internal sealed class CustomerResolver(IReadOnlyList<AppendItem> items)
{
    private readonly EventAppend[] _byAlias = [.. items.OfType<EventAppend>().Where(e => e.Customer is null)];
    private readonly EventAppend[] _byId = [.. items.OfType<EventAppend>().Where(e => e.Customer is not null)];
    private readonly Dictionary<Name, Guid> _known = [];
    private readonly HashSet<(Guid, Guid)> _customers = [];

    private readonly record struct Name(Guid Store, short Kind, string Hash);

    /// <summary>Whether some name was never seen, so that <see cref="CreateAsync"/> is needed.</summary>
    public bool HasNewNames => _byAlias.Any(e => Names(e).Any(n => !_known.ContainsKey(n)));

    /// <summary>The event's customer; null when it must be refused.</summary>
    public Guid? Find(EventAppend e) => e.Customer is { } id
        ? _customers.Contains((e.Store.Value, id.Value)) ? id.Value : null
        : Names(e).Select(n => _known.TryGetValue(n, out var c) ? c : (Guid?)null).FirstOrDefault(c => c is not null);

    public async Task LookUpAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (_byAlias.Length + _byId.Length == 0)
            return;
        var batch = new SqlBatch(connection);
        AddLookUp(batch);
        if (_byId.Length > 0)
        {
            batch.Query(
                "select store, id from customers join unnest($1, $2) as k (store, id) using (store, id)",
                row => _customers.Add((row.GetGuid(0), row.GetGuid(1))),
                Array.ConvertAll(_byId, e => e.Store.Value), Array.ConvertAll(_byId, e => e.Customer!.Value.Value));
        }

        await batch.RunAsync(cancellationToken);
    }

    /// <summary>Inside the append's transaction: locks the new names, looks again, and adds what is still missing to <paramref name="append"/>.</summary>
    public async Task CreateAsync(NpgsqlConnection connection, SqlBatch append, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unseen = _byAlias.SelectMany(Names).Where(n => !_known.ContainsKey(n)).Distinct().ToArray();
        var again = new SqlBatch(connection);
        again.Query(
            """
            select pg_advisory_xact_lock(k) from (
              select distinct hashtextextended(store::text || kind || hash, 0) as k from unnest($1, $2, $3) as n (store, kind, hash) order by k) s
            """,
            static _ => { }, Stores(unseen), Kinds(unseen), Hashes(unseen));
        AddLookUp(again);
        await again.RunAsync(cancellationToken);

        var made = new List<(Guid Store, Guid Id)>();
        var linked = new List<(Name Name, Guid Customer, byte[] Value)>();
        foreach (var e in _byAlias.Where(e => e.Aliases.Count > 0))
        {
            if (Find(e) is not { } customer)
                made.Add((e.Store.Value, customer = Guid.NewGuid()));
            foreach (var alias in e.Aliases)
            {
                var name = new Name(e.Store.Value, (short)alias.Kind, alias.Hash);
                if (_known.TryAdd(name, customer))
                    linked.Add((name, customer, alias.Value.ToArray()));
            }
        }

        append.Add(
            "insert into customers (store, id, created_at) select store, id, $3 from unnest($1, $2) as c (store, id)",
            made.Select(c => c.Store).ToArray(), made.Select(c => c.Id).ToArray(), now);
        var names = linked.Select(l => l.Name).ToArray();
        append.Add(
            "insert into aliases (store, kind, hash, customer, value) select * from unnest($1, $2, $3, $4, $5)",
            Stores(names), Kinds(names), Hashes(names), linked.Select(l => l.Customer).ToArray(), linked.Select(l => l.Value).ToArray());
    }

    private void AddLookUp(SqlBatch batch)
    {
        var names = _byAlias.SelectMany(Names).Distinct().ToArray();
        batch.Query(
            """
            select n.store, n.kind, n.hash, a.customer from unnest($1, $2, $3) as n (store, kind, hash)
            cross join lateral (select * from aliases x where x.store = n.store and x.kind = n.kind and x.hash = n.hash offset 0) a
            """,
            row => _known[new Name(row.GetGuid(0), row.GetInt16(1), row.GetString(2))] = row.GetGuid(3),
            Stores(names), Kinds(names), Hashes(names));
    }

    private static IEnumerable<Name> Names(EventAppend e) => e.Aliases.Select(a => new Name(e.Store.Value, (short)a.Kind, a.Hash));

    private static Guid[] Stores(Name[] names) => Array.ConvertAll(names, n => n.Store);

    private static short[] Kinds(Name[] names) => Array.ConvertAll(names, n => n.Kind);

    private static string[] Hashes(Name[] names) => Array.ConvertAll(names, n => n.Hash);
}
