using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <content>What happens when a customer lets a provider in, and out.</content>
internal sealed partial class EmulatedCloud
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromSeconds(30);

    public async Task<string> SignUpAsync(EmulatedApp app, IReadOnlyList<EmulatedWaba> wabas, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(wabas.Count, nameof(wabas));
        var code = "AQ" + MessageIds.NewOpaque(60);
        Codes[code] = new SignupCode(app, [.. wabas], ["whatsapp_business_management", "whatsapp_business_messaging"], Time.GetUtcNow() + CodeLife);
        foreach (var waba in wabas)
            await TellPartnerAsync(waba, "PARTNER_ADDED", cancellationToken).ConfigureAwait(false);
        return code;
    }

    public Task TellPartnerAsync(EmulatedWaba waba, string happening, CancellationToken cancellationToken)
    {
        var value = new JsonObject
        {
            ["event"] = happening,
            ["waba_info"] = new JsonObject { ["waba_id"] = waba.Id, ["owner_business_id"] = PortfolioOf(waba).Id },
        };
        return Sender.RaiseAsync(AccountEvent.Of(waba, "account_update", value), cancellationToken);
    }
}
