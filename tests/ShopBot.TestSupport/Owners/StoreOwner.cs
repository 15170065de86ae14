namespace ShopBot.TestSupport.Owners;

/// <summary>Somebody who installs the app in a shop and connects a WhatsApp number, through the routes that owners use.</summary>
public sealed class StoreOwner(Uri host, StoreAccount account) : IDisposable
{
    /// <summary>The owner's browser.</summary>
    public OwnerBrowser Browser { get; } = new();

    /// <summary>Opens the installation, grants what Shopify asks, and ends on the set-up page.</summary>
    public async Task<OwnerPage> InstallAsync(CancellationToken cancellationToken)
    {
        var page = await Browser.OpenAsync(new Uri(host, $"shopify/install?shop={account.Domain}"), cancellationToken);
        return page.Address.AbsolutePath.EndsWith("/admin/oauth/authorize", StringComparison.Ordinal)
            ? await page.SubmitAsync(new Dictionary<string, string> { ["decision"] = "install" }, cancellationToken)
            : page;
    }

    /// <summary>Opens the set-up page and submits it.</summary>
    /// <param name="form">The fields; null for the account's own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<OwnerPage> ConfigureAsync(Dictionary<string, string>? form = null, CancellationToken cancellationToken = default)
    {
        var setup = await Browser.OpenAsync(new Uri(host, "shopify/setup"), cancellationToken);
        return await setup.SubmitAsync(form ?? account.ToForm(), cancellationToken);
    }

    /// <summary>Installs and configures.</summary>
    /// <exception cref="InvalidOperationException">The settings were not taken.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        await InstallAsync(cancellationToken);
        var done = await ConfigureAsync(cancellationToken: cancellationToken);
        if (done.Address.AbsolutePath != "/shopify/admin")
            throw new InvalidOperationException($"The settings of {account.Domain} were not taken: {done.Text}");
    }

    /// <inheritdoc/>
    public void Dispose() => Browser.Dispose();
}
