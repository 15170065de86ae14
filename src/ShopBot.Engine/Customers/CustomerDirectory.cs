using ShopBot.Engine.Inbox;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Customers;

/// <summary>Finds customers by what other systems know them by, and what they are reached by. Reads only; may lag behind by seconds. Thread-safe.</summary>
public sealed class CustomerDirectory
{
    private readonly IConversationReader _reader;
    private readonly InboxMapper _mapper;

    internal CustomerDirectory(IConversationReader reader, InboxMapper mapper) => (_reader, _mapper) = (reader, mapper);

    /// <summary>The customer who writes from a number; null when nobody has from it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="phones">Forms of one number, digits with the country's code, the likeliest first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<CustomerId?> FindByPhoneAsync(Store store, IReadOnlyList<string> phones, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(phones);
        foreach (var phone in phones)
        {
            if (await _reader.FindCustomerAsync(store.Id, [.. _mapper.AliasesOf(AliasKind.Phone, phone, store)], cancellationToken).ConfigureAwait(false) is { } customer)
                return customer;
        }

        return null;
    }

    /// <summary>The number a customer writes from, digits; null when the platform never told it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<string?> PhoneOfAsync(Store store, CustomerId customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var lane = await _reader.FindLaneAsync(new LaneKey(store.Id, InboxMapper.Channel, customer), cancellationToken).ConfigureAwait(false);
        return lane?.Aliases.FirstOrDefault(alias => alias.Kind == AliasKind.Phone) is { } alias
            ? store.Cipher.UnprotectText(alias.Value.Span, Places.Aliases, Places.Value, alias.Hash)
            : null;
    }
}
