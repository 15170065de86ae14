namespace WhatsApp.Emulator.Tool;

/// <summary>What the command line asks for.</summary>
internal sealed class ToolSettings
{
    public Uri? Webhook { get; init; }
    public required string VerifyToken { get; init; }
    public required string AppSecret { get; init; }
    public required string AccessToken { get; init; }
    public required string PhoneNumberId { get; init; }
    public required string WabaId { get; init; }
    public required string AppId { get; init; }
    public required string Name { get; init; }
    public int Port { get; init; }
    public TimeSpan Batch { get; init; }
    public bool ListensAnywhere { get; init; }
    public bool IsUnlimited { get; init; }
    public bool AcceptsUnknownTemplates { get; init; }

    public WhatsAppEmulatorOptions ToOptions()
    {
        var options = new WhatsAppEmulatorOptions
        {
            Port = Port, ListensAnywhere = ListensAnywhere, WebhookBatchWindow = Batch, AcceptsUnknownTemplates = AcceptsUnknownTemplates,
        };
        if (IsUnlimited)
            options.PairInterval = TimeSpan.Zero;
        return options;
    }

    /// <summary>One business, and one person of each kind.</summary>
    public void Fill(WhatsAppEmulator emulator)
    {
        emulator.AddNumber(new EmulatedNumberOptions
        {
            PhoneNumberId = PhoneNumberId, WabaId = WabaId, DisplayPhoneNumber = "+49 30 555000", VerifiedName = Name, AccessToken = AccessToken,
            AppId = AppId, AppSecret = AppSecret, VerifyToken = VerifyToken, WebhookUrl = Webhook, MessagesPerSecond = IsUnlimited ? 1_000_000 : 80,
        });
        emulator.AddPhone("Mira K.", "4915550001111", "DE.48213377190552");
        emulator.AddPhone("Jonas (old app)", "4915550002222", null);
        emulator.AddPhone("Hana (hidden number)", null, "DE.77713377190553", "hana.h");
    }
}
