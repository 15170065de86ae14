using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Security;

/// <summary>Makes, wraps and opens the data keys of stores. An opened key stays in memory under its wrapped form.</summary>
internal sealed class DataKeys(IDataProtectionProvider protection)
{
    private readonly ConcurrentDictionary<StoreId, (ReadOnlyMemory<byte> Wrapped, StoreCipher Cipher)> _open = new();

    public byte[] CreateWrapped(StoreId store) => Wrap(store, new DataKeySet(StoreCipher.NewDataKey()));

    /// <summary>The same data key, wrapped anew by the newest key of the ring.</summary>
    public byte[] Rewrap(StoreRecord record) => Protector(record.Id).Protect(Protector(record.Id).Unprotect(record.WrappedDataKey.ToArray()));

    public byte[] Wrap(StoreId store, DataKeySet keys) => Protector(store).Protect(keys.ToBytes());

    public DataKeySet Unwrap(StoreRecord record) => DataKeySet.Read(Protector(record.Id).Unprotect(record.WrappedDataKey.ToArray()));

    public StoreCipher Open(StoreRecord record)
    {
        if (_open.TryGetValue(record.Id, out var known) && known.Wrapped.Span.SequenceEqual(record.WrappedDataKey.Span))
            return known.Cipher;
        var keys = Unwrap(record);
        var cipher = new StoreCipher(record.Id, keys.Writing, keys.AlsoReading);
        _open[record.Id] = (record.WrappedDataKey, cipher);
        return cipher;
    }

    private IDataProtector Protector(StoreId store) => protection.CreateProtector("ShopBot.DataKey.v1", store.ToString());
}
