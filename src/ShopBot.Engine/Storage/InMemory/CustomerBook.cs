using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

/// <summary>Customers and the aliases by which they are found.</summary>
internal sealed class CustomerBook
{
    private readonly HashSet<(StoreId Store, CustomerId Customer)> _customers = [];
    private readonly Dictionary<(StoreId Store, AliasKind Kind, string Hash), CustomerId> _owners = [];
    private readonly Dictionary<(StoreId Store, CustomerId Customer), List<CustomerAlias>> _aliases = [];
    private readonly Dictionary<(StoreId Store, CustomerId Customer), CustomerId> _merged = [];

    public bool Exists(StoreId store, CustomerId customer) => _customers.Contains((store, customer));

    /// <summary>The names of a customer: by kind, the newest of a kind first.</summary>
    public IReadOnlyList<CustomerAlias> Aliases(StoreId store, CustomerId customer) =>
        _aliases.TryGetValue((store, customer), out var oldestFirst)
            ? [.. Enumerable.Reverse(oldestFirst).OrderBy(alias => alias.Kind)]
            : [];

    /// <summary>Who a customer is today: itself, or the one it was merged into.</summary>
    public CustomerId Current(StoreId store, CustomerId customer) =>
        _merged.TryGetValue((store, customer), out var other) ? Current(store, other) : customer;

    public CustomerId? Find(StoreId store, IReadOnlyList<CustomerAlias> aliases)
    {
        foreach (var alias in aliases)
        {
            if (_owners.TryGetValue((store, alias.Kind, alias.Hash), out var owner))
                return owner;
        }

        return null;
    }

    /// <summary>
    /// Finds the event's customer by the strongest known alias, or creates one, and links every alias of the event to it. A new user id with the number of
    /// somebody who has another user id is a new person.
    /// </summary>
    /// <returns>The customer, and those who are the same person and keep the alias until their lanes are merged.</returns>
    public (CustomerId Customer, IReadOnlyList<CustomerId> SamePeople) Resolve(EventAppend item)
    {
        var customer = item.Customer is { } known ? Current(item.Store, known) : FindByAlias(item) ?? Create(item.Store);
        List<CustomerId> same = [];
        foreach (var alias in item.Aliases)
        {
            if (_owners.TryGetValue((item.Store, alias.Kind, alias.Hash), out var owner) && owner != customer
                && (item.SamePerson || (alias.Kind == AliasKind.Phone && !HasUserId(item.Store, owner))))
            {
                if (!same.Contains(owner))
                    same.Add(owner);
                continue;
            }

            Link(item.Store, customer, alias);
        }

        return (customer, same);
    }

    /// <summary>Gives everything of one customer to another.</summary>
    public void Merge(StoreId store, CustomerId from, CustomerId to)
    {
        _merged[(store, from)] = to;
        if (!_aliases.Remove((store, from), out var aliases))
            return;

        foreach (var alias in aliases)
        {
            _owners.Remove((store, alias.Kind, alias.Hash));
            Link(store, to, alias);
        }
    }

    public bool Erase(StoreId store, CustomerId customer)
    {
        if (!_customers.Remove((store, customer)))
            return false;

        _merged.Remove((store, customer));
        if (_aliases.Remove((store, customer), out var aliases))
            aliases.ForEach(alias => _owners.Remove((store, alias.Kind, alias.Hash)));
        foreach (var (absorbed, _) in _merged.Where(pair => pair.Key.Store == store && pair.Value == customer).ToList())
            Erase(store, absorbed.Customer);
        return true;
    }

    public IReadOnlyList<CustomerId> AbsorbedBy(StoreId store, CustomerId customer) =>
        [.. _merged.Where(pair => pair.Key.Store == store && Current(store, pair.Key.Customer) == customer).Select(pair => pair.Key.Customer)];

    public void EraseStore(StoreId store)
    {
        foreach (var (_, customer) in _customers.Where(row => row.Store == store).ToList())
            Erase(store, customer);
    }

    private CustomerId? FindByAlias(EventAppend item)
    {
        var comesWithUserId = item.Aliases.Any(alias => alias.Kind == AliasKind.UserId);
        foreach (var alias in item.Aliases)
        {
            if (_owners.TryGetValue((item.Store, alias.Kind, alias.Hash), out var owner)
                && !(comesWithUserId && alias.Kind == AliasKind.Phone && HasUserId(item.Store, owner)))
                return owner;
        }

        return null;
    }

    private bool HasUserId(StoreId store, CustomerId customer) =>
        _aliases.TryGetValue((store, customer), out var aliases) && aliases.Exists(alias => alias.Kind == AliasKind.UserId);

    private CustomerId Create(StoreId store)
    {
        var customer = CustomerId.New();
        _customers.Add((store, customer));
        return customer;
    }

    // An alias that belonged to somebody else moves: phone numbers are given to new people.
    private void Link(StoreId store, CustomerId customer, CustomerAlias alias)
    {
        var key = (store, alias.Kind, alias.Hash);
        if (_owners.TryGetValue(key, out var owner))
        {
            if (owner == customer)
                return;

            _aliases[(store, owner)].RemoveAll(known => known.Kind == alias.Kind && known.Hash == alias.Hash);
        }

        _owners[key] = customer;
        if (!_aliases.TryGetValue((store, customer), out var aliases))
            _aliases.Add((store, customer), aliases = []);

        aliases.Add(alias with { Value = alias.Value.ToArray() });
    }
}
