using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

/// <summary>Customers and the aliases by which they are found.</summary>
internal sealed class CustomerBook
{
    private readonly HashSet<(StoreId Store, CustomerId Customer)> _customers = [];
    private readonly Dictionary<(StoreId Store, AliasKind Kind, string Hash), CustomerId> _owners = [];
    private readonly Dictionary<(StoreId Store, CustomerId Customer), List<CustomerAlias>> _aliases = [];

    public bool Exists(StoreId store, CustomerId customer) => _customers.Contains((store, customer));

    /// <summary>The names of a customer: by kind, the newest of a kind first.</summary>
    public IReadOnlyList<CustomerAlias> Aliases(StoreId store, CustomerId customer) =>
        _aliases.TryGetValue((store, customer), out var oldestFirst)
            ? [.. Enumerable.Reverse(oldestFirst).OrderBy(alias => alias.Kind)]
            : [];

    /// <summary>
    /// Finds the event's customer by the strongest known alias, or creates one, and links every alias of the event to it. A new user id with the number of
    /// somebody who has another user id is a new person.
    /// </summary>
    public CustomerId Resolve(EventAppend item)
    {
        var customer = item.Customer ?? FindByAlias(item) ?? Create(item.Store);
        foreach (var alias in item.Aliases)
            Link(item.Store, customer, alias);

        return customer;
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
