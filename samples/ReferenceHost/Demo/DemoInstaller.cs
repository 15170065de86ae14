using System.Text;
using WhatsApp.Emulator;

namespace ReferenceHost.Demo;

/// <summary>
/// Installs the demo store as its owner would: opens the installation page, approves it at Shopify, fills in the set-up form, lets Meta verify the
/// webhook. Everything over HTTP, through the same routes as in production.
/// </summary>
internal sealed partial class DemoInstaller(DemoPlatforms demo, IHostApplicationLifetime lifetime, IHttpClientFactory clients, ILogger<DemoInstaller> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            await InstallAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(logger, e);
            lifetime.StopApplication();
        }
    }

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        demo.Shopify.AddShop(DemoStore.Domain);
        var number = demo.WhatsApp.AddNumber(new EmulatedNumberOptions
        {
            PhoneNumberId = DemoStore.PhoneNumberId,
            WabaId = DemoStore.BusinessAccountId,
            DisplayPhoneNumber = "+49 30 5550100",
            VerifiedName = "Lumen & Oak",
            AccessToken = DemoStore.AccessToken,
            AppId = DemoStore.AppId,
            AppSecret = DemoStore.AppSecret,
            IsSubscribed = false,
        });
        demo.WhatsApp.AddPhone("Mira", waId: "4915550001111", userId: "DE.48213377190552");

        var owner = new OwnerBrowser(clients, demo.PublicUrl);
        var consent = await owner.OpenAsync($"/shopify/install?shop={DemoStore.Domain}", cancellationToken);
        var setup = await consent.SubmitAsync(new Dictionary<string, string> { ["decision"] = "install" }, cancellationToken);
        var result = await setup.SubmitAsync(
            new Dictionary<string, string>
            {
                ["whatsapp_enabled"] = "true",
                ["whatsapp_token"] = DemoStore.AccessToken,
                ["whatsapp_phone_number_id"] = DemoStore.PhoneNumberId,
                ["whatsapp_business_account_id"] = DemoStore.BusinessAccountId,
                ["whatsapp_verify_token"] = DemoStore.VerifyToken,
                ["whatsapp_app_secret"] = DemoStore.AppSecret,
                ["welcome_message"] = DemoStore.WelcomeMessage,
            },
            cancellationToken);
        if (result.Address.AbsolutePath != "/shopify/admin")
            throw new InvalidOperationException($"The demo store's settings were not accepted: the browser ended at {result.Address.AbsolutePath}.");
        var verified = await number.SetWebhookAsync(new Uri(demo.PublicUrl, "/whatsapp/webhook"), DemoStore.VerifyToken, cancellationToken);
        if (!verified.Succeeded)
            throw new InvalidOperationException("The webhook handshake of the demo store failed.");
        Announce();
    }

    private void Announce()
    {
        var text = new StringBuilder()
            .AppendLine("ShopBot's demo is ready.").AppendLine()
            .Append("  Chat as a customer   ").AppendLine(demo.PhoneUrl.AbsoluteUri)
            .Append("  Start page           ").AppendLine(demo.PublicUrl.AbsoluteUri)
            .Append("  Store dashboard      ").AppendLine(demo.OwnerUrl.AbsoluteUri)
            .AppendLine().Append("  Stop with Ctrl+C.");
        Console.WriteLine(text);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 9101, Level = LogLevel.Critical, Message = "The demo store could not be installed.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
