using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>Removes people and stores, in one transaction each. The freed pages are overwritten (<c>secure_delete</c>).</summary>
internal sealed class SqliteErasure(Database database) : IErasure
{
    // Children before parents.
    private static readonly string[] LaneTables = ["steps", "timers", "inbox", "outbox", "events", "lanes", "customer_aliases"];

    private static readonly string[] StoreTables = [.. LaneTables, "customers", "statuses", "seen", "credentials", "products", "product_words", "product_letters", "product_index", "exports"];

    public ValueTask<bool> EraseCustomerAsync(StoreId store, CustomerId customer, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            sql =>
            {
                if (!CustomerRows.Exists(sql, store, customer))
                    return false;

                sql.Script("PRAGMA secure_delete = ON");
                var current = CustomerRows.Current(sql, store, customer);
                foreach (var person in CustomerRows.AbsorbedBy(sql, store, current).Append(current))
                {
                    foreach (var table in LaneTables)
                        sql.Run($"DELETE FROM {table} WHERE store_id = ?1 AND customer_id = ?2", store, person);
                    sql.Run("DELETE FROM customers WHERE store_id = ?1 AND customer_id = ?2", store, person);
                }

                return true;
            },
            cancellationToken);

    public ValueTask<bool> EraseStoreAsync(StoreId store, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            sql =>
            {
                sql.Script("PRAGMA secure_delete = ON");
                sql.Run("DELETE FROM product_search WHERE rowid IN (SELECT id FROM products WHERE store_id = ?1)", store);
                foreach (var table in StoreTables)
                    sql.Run($"DELETE FROM {table} WHERE store_id = ?1", store);
                return sql.Run("DELETE FROM stores WHERE store_id = ?1", store) == 1;
            },
            cancellationToken);
}
