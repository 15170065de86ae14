using Npgsql;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>
/// Finds whom events are from. People and names that are known cost one read; what is new is decided under locks on exactly these names, looked up again.
/// </summary>
internal sealed class CustomerResolver(IReadOnlyList<EventAppend> events)
{
    private readonly Dictionary<Name, Guid> _owners = [];
    private readonly Dictionary<(Guid Store, Guid Customer), Guid> _current = [];
    private readonly HashSet<(Guid Store, Guid Customer)> _withUserId = [];
    private readonly List<(Guid Store, Guid Customer)> _created = [];
    private readonly Dictionary<Name, Link> _links = [];

    private readonly record struct Name(Guid Store, short Kind, string Hash);



    private sealed record Link(Guid Customer, byte[] Value, int Place);

    /// <summary>Whether resolving asked for something to be written.</summary>
    public bool HasNews { get; private set; }

    /// <summary>Adds the look-ups.</summary>
    public void AddLookUp(SqlBatch batch)
    {
        _owners.Clear();
        _current.Clear();
        _withUserId.Clear();
        var names = Names();
        if (names.Count > 0)
            batch.Query(CustomerSql.FindNames, ReadName, Stores(names), Kinds(names), Hashes(names));

        var known = events.Where(e => e.Customer is not null).Select(e => (e.Store, Customer: e.Customer!.Value)).Distinct().ToArray();
        if (known.Length > 0)
        {
            batch.Query(
                CustomerSql.FindCurrent, row => _current[(row.GetGuid(0), row.GetGuid(1))] = row.GetGuid(2),
                Value.Column(known, k => k.Store.Value), Value.Column(known, k => k.Customer.Value));
        }
    }

    /// <summary>Locks the names until the transaction ends, so that what is looked up next stays true.</summary>
    public void AddLocks(SqlBatch batch)
    {
        var names = Names();
        batch.Query(CustomerSql.LockNames, static _ => { }, Stores(names), Kinds(names), Hashes(names));
    }

    /// <summary>
    /// Whom an event is from, and those who are the same person and keep their alias until their lanes are merged. Null: this store has no such customer.
    /// Events are resolved in order, each seeing what those before it changed.
    /// </summary>
    public (CustomerId Customer, IReadOnlyList<CustomerId> SamePeople)? Resolve(EventAppend item)
    {
        Guid customer;
        if (item.Customer is { } known)
        {
            if (!_current.TryGetValue((item.Store.Value, known.Value), out customer))
                return null;
        }
        else
        {
            customer = FindByAlias(item) ?? Create(item.Store);
        }

        List<CustomerId> same = [];
        foreach (var alias in item.Aliases)
        {
            var name = NameOf(item.Store, alias);
            if (_owners.TryGetValue(name, out var owner))
            {
                if (owner == customer)
                    continue;
                if (item.SamePerson || (alias.Kind == AliasKind.Phone && !HasUserId(item.Store, owner)))
                {
                    HasNews = true;
                    if (!same.Contains(new CustomerId(owner)))
                        same.Add(new CustomerId(owner));
                    continue;
                }
            }

            HasNews = true;
            _owners[name] = customer;
            _links[name] = new Link(customer, alias.Value.ToArray(), _links.Count);
            if (alias.Kind == AliasKind.UserId)
                _withUserId.Add((item.Store.Value, customer));
        }

        return (new CustomerId(customer), same);
    }

    /// <summary>Forgets what resolving asked for, to begin again.</summary>
    public void Reset()
    {
        HasNews = false;
        _created.Clear();
        _links.Clear();
    }

    /// <summary>Adds what resolving asked for.</summary>
    public void AddWrites(SqlBatch batch, DateTimeOffset now)
    {
        if (_created.Count > 0)
            batch.Add(CustomerSql.Create, Value.Column(_created, c => c.Store), Value.Column(_created, c => c.Customer), Value.Of(now));
        if (_links.Count == 0)
            return;
        var names = _links.Keys.ToArray();
        var links = _links.Values.ToArray();
        batch.Add(
            CustomerSql.Link, Stores(names), Kinds(names), Hashes(names), Value.Column(links, l => l.Customer), Value.Column(links, l => l.Value),
            Value.Times(links, l => now.AddMicroseconds(l.Place)));
    }

    private Guid? FindByAlias(EventAppend item)
    {
        var comesWithUserId = item.Aliases.Any(alias => alias.Kind == AliasKind.UserId);
        foreach (var alias in item.Aliases)
        {
            if (_owners.TryGetValue(NameOf(item.Store, alias), out var owner)
                && !(comesWithUserId && alias.Kind == AliasKind.Phone && HasUserId(item.Store, owner)))
                return owner;
        }

        return null;
    }

    private Guid Create(StoreId store)
    {
        var customer = CustomerId.New().Value;
        _created.Add((store.Value, customer));
        HasNews = true;
        return customer;
    }

    private bool HasUserId(StoreId store, Guid customer) => _withUserId.Contains((store.Value, customer));

    private void ReadName(NpgsqlDataReader row)
    {
        var name = new Name(row.GetGuid(0), row.GetInt16(1), row.GetString(2));
        _owners[name] = row.GetGuid(3);
        if (name.Kind == (short)AliasKind.UserId || row.GetBoolean(4))
            _withUserId.Add((name.Store, row.GetGuid(3)));
    }

    private IReadOnlyList<Name> Names() =>
        events is [{ Aliases: [var only] } single] ? [NameOf(single.Store, only)] : [.. events.SelectMany(e => e.Aliases.Select(alias => NameOf(e.Store, alias))).Distinct()];

    private static Name NameOf(StoreId store, CustomerAlias alias) => new(store.Value, (short)alias.Kind, alias.Hash);

    private static NpgsqlParameter Stores(IReadOnlyList<Name> names) => Value.Column(names, n => n.Store);

    private static NpgsqlParameter Kinds(IReadOnlyList<Name> names) => Value.Column(names, n => n.Kind);

    private static NpgsqlParameter Hashes(IReadOnlyList<Name> names) => Value.Column(names, n => n.Hash);
}
