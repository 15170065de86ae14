using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage;

/// <summary>Removes for good what a person or a store has a right to have removed. Works in steps, safe to repeat, and may run beside everything else.</summary>
public interface IErasure
{
    /// <summary>
    /// Removes a customer: aliases, conversations with their states, events, messages, timers, steps and event log. A turn that runs meanwhile is stale. Somebody who comes back
    /// is a new customer. Event keys stay, so that a redelivered message does not bring anything back; they are keyed hashes.
    /// </summary>
    /// <returns>False: there is no such customer.</returns>
    ValueTask<bool> EraseCustomerAsync(StoreId store, CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>Removes a store with everything that starts with its id: also its wrapped data key, without which no backup can be read, and its secrets.</summary>
    /// <returns>False: there is no such store.</returns>
    ValueTask<bool> EraseStoreAsync(StoreId store, CancellationToken cancellationToken = default);
}
