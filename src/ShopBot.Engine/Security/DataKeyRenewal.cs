using System.Security.Cryptography;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.Transfer;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Security;

/// <summary>
/// Three steps, each stored in the store's wrapped key, so that whoever repeats it goes on: every host learns of the new key, then writes with it, and when no value under the old key is left
/// that one is forgotten.
/// </summary>
internal sealed class DataKeyRenewal(IStoreDirectory directory, IStoreCache cache, DataKeys keys, IStoredRows? rows, TimeProvider time)
{
    private const int PageSize = 200;

    public async Task<ReencryptionReport?> RunAsync(string shopDomain, TimeSpan settle, CancellationToken cancellationToken)
    {
        if (rows is null)
            throw new InvalidOperationException("This storage provider cannot change rows: it has no IStoredRows.");
        if (await directory.FindByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false) is not { } record)
            return null;

        var store = record.Id;
        if (keys.Unwrap(record).Stage == DataKeyStage.Single)
            await ChangeAsync(store, set => set.Stage == DataKeyStage.Single ? set.Announce(StoreCipher.NewDataKey()) : set, cancellationToken).ConfigureAwait(false);
        await Task.Delay(settle, time, cancellationToken).ConfigureAwait(false);
        record = await ChangeAsync(store, set => set.Stage == DataKeyStage.Announced ? set.Switch() : set, cancellationToken).ConfigureAwait(false);
        await Task.Delay(settle, time, cancellationToken).ConfigureAwait(false);

        var (total, unreadable) = (0L, 0L);
        while (record is not null)
        {
            var pass = await RenewAsync(rows, record, cancellationToken).ConfigureAwait(false);
            (total, unreadable) = (total + pass.Values, pass.Unreadable);
            if (pass.Values == 0)
                break;
        }

        await ChangeAsync(store, set => set.Stage == DataKeyStage.Switched ? set.Finish() : set, cancellationToken).ConfigureAwait(false);
        return new ReencryptionReport(total, unreadable);
    }

    /// <summary>The store's own secrets go under the key that writes, together with the change of the key.</summary>
    private async Task<StoreRecord?> ChangeAsync(StoreId store, Func<DataKeySet, DataKeySet> change, CancellationToken cancellationToken)
    {
        var saved = await StoreChange.ApplyAsync(
            directory,
            token => directory.FindAsync(store, token),
            record =>
            {
                var (before, after) = (keys.Unwrap(record), change(keys.Unwrap(record)));
                if (after.Stage == before.Stage)
                    return record;
                // Both keys are known until the last step, and at the last one the values are opened by what was known before it.
                var cipher = new StoreCipher(record.Id, after.Writing, after.AlsoReading ?? before.AlsoReading);
                var secrets = record.WhatsAppCredentials.IsEmpty ? null : cipher.Renew(record.WhatsAppCredentials.Span, Places.Stores, Places.WhatsApp, record.Id.ToString());
                return record with
                {
                    WrappedDataKey = keys.Wrap(record.Id, after),
                    WhatsAppCredentials = secrets ?? record.WhatsAppCredentials,
                    UpdatedAt = time.GetUtcNow(),
                };
            },
            cancellationToken).ConfigureAwait(false);
        await cache.ForgetAsync(store, [], cancellationToken).ConfigureAwait(false);
        return saved;
    }

    private async Task<ReencryptionReport> RenewAsync(IStoredRows rows, StoreRecord record, CancellationToken cancellationToken)
    {
        var (changed, unreadable) = (0L, 0L);
        var cipher = keys.Open(record);
        foreach (var column in EncryptedValues.Columns)
        {
            IReadOnlyList<object?>? after = null;
            do
            {
                var page = await rows.ReadAsync(column.Table, record.Id, after, PageSize, cancellationToken).ConfigureAwait(false);
                var changes = new List<StoredChange>();
                foreach (var row in page)
                {
                    if (row[column.Index] is not byte[] { Length: > 0 } value)
                        continue;
                    try
                    {
                        var eventKey = column.Table == StoredTable.Steps ? await EventKeyAsync(rows, record.Id, row, cancellationToken).ConfigureAwait(false) : "";
                        var place = column.Place(new StoredRow(column.Table, row), eventKey);
                        if (cipher.Renew(value, place.Table, place.Column, place.Row) is { } renewed)
                            changes.Add(new StoredChange(row, value, renewed));
                    }
                    catch (CryptographicException)
                    {
                        unreadable++;
                    }
                }

                // What a host changed meanwhile is found by the next pass.
                if (changes.Count > 0)
                    changed += await rows.ReplaceAsync(column.Table, column.Name, changes, cancellationToken).ConfigureAwait(false);
                after = page.Count < PageSize ? null : page[^1];
            }
            while (after is not null);
        }

        return new ReencryptionReport(changed, unreadable);
    }

    /// <summary>A step is bound to the key of its event, which stands with the event.</summary>
    private static async Task<string> EventKeyAsync(IStoredRows rows, StoreId store, IReadOnlyList<object?> step, CancellationToken cancellationToken)
    {
        object?[] before = [step[0], step[1], step[2], (long)step[3]! - 1];
        var found = await rows.ReadAsync(StoredTable.Inbox, store, before, 1, cancellationToken).ConfigureAwait(false);
        return found is [var row] && row[1]!.Equals(step[1]) && row[2]!.Equals(step[2]) && row[3]!.Equals(step[3]) ? new StoredRow(StoredTable.Inbox, row).Text("event_key") : "";
    }
}
