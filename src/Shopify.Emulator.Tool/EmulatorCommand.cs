using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Tool;

/// <summary>Starts the emulator, says where to click, and waits to be stopped.</summary>
internal static class EmulatorCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var parsed = ToolArguments.Parse(arguments);
            if (parsed.WantsHelp)
            {
                await output.WriteLineAsync(ToolArguments.Help).ConfigureAwait(false);
                return 0;
            }

            var emulator = await ShopifyEmulator.StartAsync(parsed.Options, cancellationToken).ConfigureAwait(false);
            await using (emulator.ConfigureAwait(false))
            {
                foreach (var (domain, catalog) in parsed.Shops) emulator.AddShop(domain, Catalog(catalog ?? parsed.Catalog, parsed.Currency));
                await output.WriteLineAsync(Greeting(emulator, parsed.Options)).ConfigureAwait(false);
                await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
                await StoppedAsync(cancellationToken).ConfigureAwait(false);
            }

            return 0;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static ShopCatalog? Catalog(string? file, string currency)
    {
        if (file is null) return null;
        var catalog = CatalogFile.Read(file);
        return Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? catalog with { CurrencyCode = currency } : catalog;
    }

    private static string Greeting(ShopifyEmulator emulator, ShopifyEmulatorOptions options)
    {
        var shops = emulator.Shops.Select(shop => $"""

              {shop.Catalog.Name} ({shop.Domain})
                Store        {shop.Url}
                Admin        {shop.AdminUrl}
                Admin API    {shop.Url}/admin/api/2026-10/graphql.json
                Storefront   {shop.Url}/api/2026-10/graphql.json
                Install app  {shop.Url}/admin/oauth/authorize?client_id={Uri.EscapeDataString(options.ApiKey)}&scope=read_products,read_orders&redirect_uri=YOUR_CALLBACK&state=YOUR_STATE
            """);
        return $"""
            Shopify emulator: {emulator.BaseUrl}
            {string.Join(Environment.NewLine, shops)}

              Client id      {options.ApiKey}
              Client secret  the one given with --api-secret, or the default of --help
              Callbacks      {string.Join(", ", options.RedirectUris)}

            Press Ctrl+C to stop.
            """;
    }

    private static async Task StoppedAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task.ConfigureAwait(false);
    }
}
