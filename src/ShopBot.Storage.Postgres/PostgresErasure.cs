using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>Deletes. A turn that runs meanwhile does not find its lane any more, and is stale.</summary>
internal sealed class PostgresErasure(Database database) : IErasure
{
    private const int RowsPerStep = 5_000;

    public ValueTask<bool> EraseCustomerAsync(StoreId store, CustomerId customer, CancellationToken cancellationToken = default) => database.RunAsync(
        async (connection, token) =>
        {
            var people = new List<Guid>();
            var look = new SqlBatch(connection);
            look.Query(ErasureSql.FindPeople, row => people.Add(row.GetGuid(0)), Value.Of(store), Value.Of(customer));
            await look.RunAsync(token).ConfigureAwait(false);
            if (people.Count == 0)
                return false;

            // The lanes first: whoever waits for one of them finds it gone.
            var gone = false;
            var batch = new SqlBatch(connection);
            foreach (var delete in ErasureSql.OfCustomer)
                batch.Query(delete, row => gone |= delete == ErasureSql.Customers && row.GetInt64(0) > 0, Value.Of(store), Value.Of(people.ToArray()));
            await batch.RunAsync(token).ConfigureAwait(false);
            return gone;
        },
        cancellationToken);

    public async ValueTask<bool> EraseStoreAsync(StoreId store, CancellationToken cancellationToken = default)
    {
        // The store's own row first: without its data key nothing of it can be read any more, and nothing new is accepted for it.
        var existed = await EraseAsync(ErasureSql.Store, store, cancellationToken).ConfigureAwait(false) > 0;
        foreach (var delete in ErasureSql.OfStore)
        {
            while (await EraseAsync(delete, store, cancellationToken).ConfigureAwait(false) > 0)
            {
            }
        }

        return existed;
    }

    private ValueTask<long> EraseAsync(string delete, StoreId store, CancellationToken cancellationToken) => database.RunAsync(
        async (connection, token) =>
        {
            var gone = 0L;
            var batch = new SqlBatch(connection);
            batch.Query(delete, row => gone = row.GetInt64(0), Value.Of(store), Value.Of(RowsPerStep));
            await batch.RunAsync(token).ConfigureAwait(false);
            return gone;
        },
        cancellationToken);
}
