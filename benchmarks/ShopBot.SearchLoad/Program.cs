// A catalogue of 10,000 products and 100,000 variants.
// dotnet run -c Release --project benchmarks/ShopBot.SearchLoad -- search [sqlite|postgres|memory ...] [--stores N]
//     fills the index and prints how long searches and whole turns take; N further stores of the same size share the index
// dotnet run -c Release --project benchmarks/ShopBot.SearchLoad -- export
//     has the Shopify emulator, in a process of its own, export the catalogue; prints how long reading it takes and how much memory
using System.Globalization;
using ShopBot.SearchLoad;

switch (args.FirstOrDefault())
{
    case "search":
        var at = Array.IndexOf(args, "--stores");
        var others = at < 0 ? 0 : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
        var storages = args.Skip(1).Where((_, i) => at < 0 || i + 1 < at).ToList();
        return await SearchRun.RunAsync(storages.Count > 0 ? storages : ["sqlite", "postgres", "memory"], others);
    case "export":
        return await ExportRun.RunAsync();
    case "emulator":
        return await EmulatorProcess.ServeAsync();
    default:
        Console.Error.WriteLine("search [sqlite|postgres|memory ...] [--stores N] | export");
        return 2;
}
