using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Customers and the aliases by which they are found.</summary>
internal static class CustomerRows
{
    public static bool Exists(Session sql, StoreId store, CustomerId customer) =>
        sql.Number("SELECT 1 FROM customers WHERE store_id = ?1 AND customer_id = ?2", store, customer) is not null;

    /// <summary>
    /// Finds the event's customer by the strongest known alias, or creates one, and links every alias of the event to it. A new user id with the number of
    /// somebody who has another user id is a new person.
    /// </summary>
    /// <returns>The customer, and those who are the same person and keep the alias until their lanes are merged.</returns>
    public static (CustomerId Customer, List<CustomerId> SamePeople) Resolve(Session sql, EventAppend item, DateTimeOffset now)
    {
        var owners = item.Aliases.Select(alias => Owner(sql, item.Store, alias)).ToList();
        var customer = item.Customer is { } known ? Current(sql, item.Store, known) : KnownOwner(sql, item, owners) ?? Create(sql, item.Store, now);
        List<CustomerId> same = [];
        for (var i = 0; i < owners.Count; i++)
        {
            if (owners[i] == customer)
                continue;

            if (owners[i] is { } other && (item.SamePerson || (item.Aliases[i].Kind == AliasKind.Phone && !HasUserId(sql, item.Store, other))))
            {
                if (!same.Contains(other))
                    same.Add(other);
            }
            else
            {
                Link(sql, item.Store, customer, item.Aliases[i], now);
            }
        }

        return (customer, same);
    }

    /// <summary>Who a customer is today: itself, or the one it was merged into.</summary>
    public static CustomerId Current(Session sql, StoreId store, CustomerId customer)
    {
        while (Next(sql, store, customer) is { } other)
            customer = other;
        return customer;

        static CustomerId? Next(Session sql, StoreId store, CustomerId customer)
        {
            using var row = sql.Read("SELECT merged_into FROM customers WHERE store_id = ?1 AND customer_id = ?2", store, customer);
            return row.Read() && !row.IsDBNull(0) ? new CustomerId(row.Id(0)) : null;
        }
    }

    /// <summary>Those who were merged into a customer, also by way of others.</summary>
    public static List<CustomerId> AbsorbedBy(Session sql, StoreId store, CustomerId customer)
    {
        var direct = sql.Read("SELECT customer_id FROM customers WHERE store_id = ?1 AND merged_into = ?2", store, customer).All(row => new CustomerId(row.Id(0)));
        return [.. direct.SelectMany(other => AbsorbedBy(sql, store, other).Append(other))];
    }

    /// <summary>Gives everything of one customer to another.</summary>
    public static void Merge(Session sql, StoreId store, CustomerId from, CustomerId to)
    {
        sql.Run("UPDATE customers SET merged_into = ?3 WHERE store_id = ?1 AND customer_id = ?2", store, from, to);
        sql.Run("UPDATE customer_aliases SET customer_id = ?3 WHERE store_id = ?1 AND customer_id = ?2", store, from, to);
    }

    private static CustomerId? KnownOwner(Session sql, EventAppend item, List<CustomerId?> owners)
    {
        var comesWithUserId = item.Aliases.Any(alias => alias.Kind == AliasKind.UserId);
        for (var i = 0; i < owners.Count; i++)
        {
            if (owners[i] is { } owner && !(comesWithUserId && item.Aliases[i].Kind == AliasKind.Phone && HasUserId(sql, item.Store, owner)))
                return owner;
        }

        return null;
    }

    private static bool HasUserId(Session sql, StoreId store, CustomerId customer) => sql.Number(
        "SELECT 1 FROM customer_aliases WHERE store_id = ?1 AND customer_id = ?2 AND kind = ?3 LIMIT 1", store, customer, AliasKind.UserId) is not null;

    /// <summary>The names of a customer: by kind, the newest of a kind first.</summary>
    public static List<CustomerAlias> Aliases(Session sql, LaneKey lane) =>
        sql.Read(
            "SELECT kind, hash, value FROM customer_aliases WHERE store_id = ?1 AND customer_id = ?2 ORDER BY kind, linked_at DESC",
            lane.Store, Current(sql, lane.Store, lane.Customer))
            .All(row => new CustomerAlias((AliasKind)row.GetInt32(0), row.GetString(1), row.Bytes(2)));

    public static CustomerId? Owner(Session sql, StoreId store, CustomerAlias alias)
    {
        using var row = sql.Read(
            "SELECT customer_id FROM customer_aliases WHERE store_id = ?1 AND kind = ?2 AND hash = ?3", store, alias.Kind, alias.Hash);
        return row.Read() ? new CustomerId(row.Id(0)) : null;
    }

    private static CustomerId Create(Session sql, StoreId store, DateTimeOffset now)
    {
        var customer = CustomerId.New();
        sql.Run("INSERT INTO customers (store_id, customer_id, created_at) VALUES (?1, ?2, ?3)", store, customer, now);
        return customer;
    }

    // An alias that belonged to somebody else moves: phone numbers are given to new people.
    private static void Link(Session sql, StoreId store, CustomerId customer, CustomerAlias alias, DateTimeOffset now) =>
        sql.Run(
            """
            INSERT INTO customer_aliases (store_id, kind, hash, customer_id, value, linked_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (store_id, kind, hash) DO UPDATE SET customer_id = ?4, value = ?5, linked_at = ?6
            """,
            store, alias.Kind, alias.Hash, customer, alias.Value, now);
}
