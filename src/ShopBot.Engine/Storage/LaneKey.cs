using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage;

/// <summary>
/// The unit of order: everything about one customer of one store on one channel passes through one lane, one turn at a time.
/// </summary>
/// <param name="Store">The tenant.</param>
/// <param name="Channel">The messaging channel, such as <c>whatsapp</c>; at most 32 characters.</param>
/// <param name="Customer">The person.</param>
public readonly record struct LaneKey(StoreId Store, string Channel, CustomerId Customer);
