using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.Transfer;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Security;

/// <summary>Another look-up key: found by both, hashed anew, found by the new one alone.</summary>
internal sealed class LookupKeyRenewal(
    IKeyStore keys, LookupHasher hasher, IStoreDirectory directory, StoreRegistry stores, DataKeys dataKeys, IStoredRows? rows, IOptions<ShopBotOptions> options, TimeProvider time)
{
    private const int PageSize = 500;

    public async Task<DateTimeOffset> RenewAsync(TimeSpan notice, CancellationToken cancellationToken)
    {
        await hasher.InitializeAsync(cancellationToken).ConfigureAwait(false);
        var version = hasher.Keys[0].Version + 1;
        if (version > LookupKey.MaxVersion)
            throw new InvalidOperationException($"There have been {LookupKey.MaxVersion} look-up keys; hashes cannot tell more apart.");
        // Kept to the second, so that platforms' times compare with it as they are.
        var from = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + notice).ToUnixTimeSeconds());
        await keys.AddLookupKeyAsync(version, hasher.Wrap(LookupKey.New(version, from)), cancellationToken).ConfigureAwait(false);
        await hasher.InitializeAsync(cancellationToken).ConfigureAwait(false);
        return hasher.Keys[0].ActiveFrom;
    }

    public async Task<long> RehashAsync(CancellationToken cancellationToken)
    {
        if (rows is null)
            throw new InvalidOperationException("This storage provider cannot change rows: it has no IStoredRows.");
        await hasher.InitializeAsync(cancellationToken).ConfigureAwait(false);
        if (hasher.Keys[0].ActiveFrom > time.GetUtcNow())
            throw new InvalidOperationException($"The newest look-up key is used from {hasher.Keys[0].ActiveFrom:u} on; hash anew after that.");
        var count = 0L;
        StoreId? last = null;
        while (await rows.ListStoresAsync(last, PageSize, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var store in page)
            {
                if (await directory.FindAsync(store, cancellationToken).ConfigureAwait(false) is { } record)
                    count += await RehashAsync(rows, record, cancellationToken).ConfigureAwait(false);
                count += await stores.RehashVerifyTokenAsync(store, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }

            last = page[^1];
        }

        return count;
    }

    public async Task<int> RetireAsync(CancellationToken cancellationToken)
    {
        await hasher.InitializeAsync(cancellationToken).ConfigureAwait(false);
        if (hasher.Keys.Count == 1)
            return 0;
        var since = hasher.Keys[0].ActiveFrom;
        if (since + options.Value.Retention > time.GetUtcNow())
            throw new InvalidOperationException($"Events that are known by the earlier look-up keys are remembered until {since + options.Value.Retention:u}; end them after that.");
        await RehashAsync(cancellationToken).ConfigureAwait(false);
        var old = hasher.Keys.Skip(1).ToList();
        foreach (var key in old)
            await keys.RemoveLookupKeyAsync(key.Version, cancellationToken).ConfigureAwait(false);
        await hasher.InitializeAsync(cancellationToken).ConfigureAwait(false);
        return old.Count;
    }

    private async Task<long> RehashAsync(IStoredRows rows, StoreRecord record, CancellationToken cancellationToken)
    {
        var cipher = dataKeys.Open(record);
        var count = 0L;
        IReadOnlyList<object?>? after = null;
        do
        {
            var page = await rows.ReadAsync(StoredTable.CustomerAliases, record.Id, after, PageSize, cancellationToken).ConfigureAwait(false);
            var changes = new List<RehashedAlias>();
            foreach (var row in page)
            {
                var alias = new StoredRow(StoredTable.CustomerAliases, row);
                if (hasher.IsCurrent(alias.Text("hash")))
                    continue;
                try
                {
                    changes.Add(Rehash(cipher, record.Id, (long)row[1]!, alias.Text("hash"), (byte[])row[4]!));
                }
                catch (CryptographicException)
                {
                    // A name that cannot be read any more is found by nobody who could be told so.
                }
            }

            if (changes.Count > 0)
                await rows.RehashAsync(record.Id, changes, cancellationToken).ConfigureAwait(false);
            count += changes.Count;
            after = page.Count < PageSize ? null : page[^1];
        }
        while (after is not null);
        return count;
    }

    private RehashedAlias Rehash(StoreCipher cipher, StoreId store, long kind, string hash, byte[] value)
    {
        var name = cipher.UnprotectText(value, Places.Aliases, Places.Value, hash);
        var next = hasher.Hash(Scope(store, kind), name);
        return new RehashedAlias(kind, hash, next, cipher.Protect(name, Places.Aliases, Places.Value, next));
    }

    /// <summary>Whose and what a name is, as its hash has it.</summary>
    internal static string Scope(StoreId store, long kind) => $"{store}|{kind.ToString(CultureInfo.InvariantCulture)}";
}
