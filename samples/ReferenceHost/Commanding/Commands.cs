using System.Security.Cryptography;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.Transfer;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Sqlite;

namespace ReferenceHost.Commanding;

/// <summary>
/// What an operator asks of the program instead of serving: <c>ReferenceHost.dll database check</c> and so on, with the same settings as the host. With SQLite the host is stopped
/// meanwhile, because the file serves one process.
/// </summary>
internal static class Commands
{
    private const string Usage =
        """
        app set ID REDIRECT       keeps the Shopify app's client id and redirect address, and its secret from standard input, for what configuration does not say
        app show                  tells which app is kept
        database check            reads the whole database; exit code 1 when it is damaged
        database backup FILE      writes a copy (SQLite)
        export FOLDER             writes everything, encrypted as it is, for another storage provider; goes on where it was cut off
        import FOLDER             puts an export into the database that is configured; goes on where it was cut off
        keys renew                adds a key to the key ring, locked with what is configured now
        keys relock               locks the whole ring with the protection key that is configured now
        keys rewrap SHOP...       wraps the data keys of stores by the newest key of the ring
        keys reencrypt SHOP...    gives stores another data key and encrypts all of theirs anew
        keys lookup renew         adds a look-up key, which is used from a quarter of an hour later on (SQLite: at once)
        keys lookup rehash        puts what is looked up under hashes of the newest look-up key
        keys lookup retire        ends the look-up keys before the newest one, two weeks after its first use
        stores erase SHOP         removes a store with everything that belongs to it, and its key
        """;

    private static readonly TimeSpan LookupNotice = TimeSpan.FromMinutes(15);
    private static readonly string[] Words = ["app", "database", "export", "import", "keys", "stores"];

    /// <returns>The exit code; null when no command was asked for.</returns>
    public static async Task<int?> RunIfAskedAsync(string[] args, IServiceProvider services)
    {
        if (args.Length == 0 || !Words.Contains(args[0]))
            return null;
        try
        {
            return await RunAsync(args, services);
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or FormatException or CryptographicException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(string[] args, IServiceProvider services)
    {
        await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(services.GetRequiredService<TimeProvider>().GetUtcNow());
        switch (args)
        {
            case ["app", "set", var clientId, var redirect] when Uri.TryCreate(redirect, UriKind.Absolute, out var address):
                var secret = (await Console.In.ReadLineAsync())?.Trim() ?? "";
                if (secret.Length == 0)
                    throw new InvalidOperationException("The app's secret is read from standard input, and there was none.");
                await services.GetRequiredService<BotConfigs>().SaveAsync(new BotConfig(clientId, secret, address));
                Console.WriteLine("Kept. Hosts use it from their next start on.");
                return 0;
            case ["app", "show"]:
                var kept = await services.GetRequiredService<BotConfigs>().FindAsync();
                Console.WriteLine(kept is null ? "No app is kept." : $"{kept.ClientId}, {kept.RedirectUrl}, since {kept.CreatedAt:u}, last written {kept.UpdatedAt:u}");
                return kept is null ? 1 : 0;
            case ["database", "check"]:
                var faults = await Sqlite(services).CheckAsync();
                foreach (var fault in faults)
                    Console.WriteLine(fault);
                Console.WriteLine(faults.Count == 0 ? "The database is sound." : "The database is damaged: restore a backup.");
                return faults.Count == 0 ? 0 : 1;
            case ["database", "backup", var path]:
                await Sqlite(services).BackupAsync(path);
                Console.WriteLine($"Written: {path}");
                return 0;
            case ["export", var folder]:
                return Tell("exported", await services.GetRequiredService<StorageTransfer>().ExportAsync(folder));
            case ["import", var folder]:
                return Tell("imported", await services.GetRequiredService<StorageTransfer>().ImportAsync(folder));
            case ["keys", "renew"]:
                services.GetRequiredService<KeyRotation>().RenewRing();
                Console.WriteLine("The key ring has a new key.");
                return 0;
            case ["keys", "relock"]:
                Console.WriteLine($"{services.GetRequiredService<KeyRotation>().RelockRing()} keys of the ring are locked with the protection key of now.");
                return 0;
            case ["keys", "rewrap", .. { Length: > 0 } shops]:
                return await EachAsync(shops, "wrapped anew", shop => services.GetRequiredService<KeyRotation>().RewrapAsync(shop));
            case ["keys", "reencrypt", .. { Length: > 0 } shops]:
                return await EachAsync(shops, "encrypted anew", shop => ReencryptAsync(services, shop));
            case ["keys", "lookup", "renew"]:
                var from = await services.GetRequiredService<KeyRotation>().RenewLookupKeyAsync(ServesOneProcess(services) ? TimeSpan.Zero : LookupNotice);
                Console.WriteLine($"The new look-up key is used from {from:u} on.");
                return 0;
            case ["keys", "lookup", "rehash"]:
                Console.WriteLine($"{await services.GetRequiredService<KeyRotation>().RehashAsync()} hashes were replaced.");
                return 0;
            case ["keys", "lookup", "retire"]:
                Console.WriteLine($"{await services.GetRequiredService<KeyRotation>().RetireLookupKeysAsync()} look-up keys were removed.");
                return 0;
            case ["stores", "erase", var shop]:
                return await EraseAsync(services, shop);
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static int Tell(string done, TransferReport report)
    {
        foreach (var (table, rows) in report.Rows)
            Console.WriteLine($"{table,-18} {rows,12}");
        Console.WriteLine($"{report.Stores} stores {done}; both sides hold the same rows.");
        if (report.InUse > 0)
            Console.WriteLine($"{report.InUse} of them were there already and are in use; they were left as they are.");
        return report.InUse == 0 ? 0 : 1;
    }

    private static async Task<int> EachAsync(string[] shops, string done, Func<string, Task<bool>> doAsync)
    {
        var missing = 0;
        foreach (var shop in shops)
        {
            var found = await doAsync(shop);
            missing += found ? 0 : 1;
            Console.WriteLine(found ? $"{shop}: {done}." : $"{shop}: no such store.");
        }

        return missing == 0 ? 0 : 1;
    }

    private static async Task<bool> ReencryptAsync(IServiceProvider services, string shop)
    {
        // With SQLite no host is at work that would have to learn of it.
        var settle = ServesOneProcess(services) ? TimeSpan.Zero : KeyRotation.DefaultSettle;
        if (await services.GetRequiredService<KeyRotation>().RenewDataKeyAsync(shop, settle) is not { } report)
            return false;
        Console.WriteLine($"{shop}: {report.Values} values" + (report.Unreadable > 0 ? $"; {report.Unreadable} were damaged before and were left." : "."));
        return true;
    }

    private static bool ServesOneProcess(IServiceProvider services) => services.GetService<SqliteMaintenance>() is not null;

    private static async Task<int> EraseAsync(IServiceProvider services, string shop)
    {
        var store = await services.GetRequiredService<StoreRegistry>().ReadByShopDomainAsync(shop);
        var erased = store is not null && await services.GetRequiredService<IErasure>().EraseStoreAsync(store.Id);
        Console.WriteLine(erased ? $"{shop}: erased." : $"{shop}: no such store.");
        return erased ? 0 : 1;
    }

    private static SqliteMaintenance Sqlite(IServiceProvider services) =>
        services.GetService<SqliteMaintenance>()
        ?? throw new InvalidOperationException("This database has tools of its own for that: pg_amcheck and pg_dump.");
}
