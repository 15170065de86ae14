using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
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
        database check            reads the whole database; exit code 1 when it is damaged
        database backup FILE      writes a copy (SQLite)
        keys renew                adds a key to the key ring, locked with what is configured now
        keys rewrap SHOP...       wraps the data keys of stores by the newest key of the ring
        stores erase SHOP         removes a store with everything that belongs to it, and its key
        """;

    private static readonly string[] Words = ["database", "keys", "stores"];

    /// <returns>The exit code; null when no command was asked for.</returns>
    public static async Task<int?> RunIfAskedAsync(string[] args, IServiceProvider services)
    {
        if (args.Length == 0 || !Words.Contains(args[0]))
            return null;
        try
        {
            return await RunAsync(args, services);
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException)
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
            case ["keys", "renew"]:
                services.GetRequiredService<KeyRotation>().RenewRing();
                Console.WriteLine("The key ring has a new key.");
                return 0;
            case ["keys", "rewrap", .. { Length: > 0 } shops]:
                return await RewrapAsync(services.GetRequiredService<KeyRotation>(), shops);
            case ["stores", "erase", var shop]:
                return await EraseAsync(services, shop);
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task<int> RewrapAsync(KeyRotation rotation, string[] shops)
    {
        var missing = 0;
        foreach (var shop in shops)
        {
            var found = await rotation.RewrapAsync(shop);
            missing += found ? 0 : 1;
            Console.WriteLine(found ? $"{shop}: wrapped anew." : $"{shop}: no such store.");
        }

        return missing == 0 ? 0 : 1;
    }

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
