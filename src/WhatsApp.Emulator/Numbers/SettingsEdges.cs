using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary><c>GET</c> and <c>POST /{phone-number-id}/settings</c>, and the public key of flows.</summary>
internal sealed class SettingsEdges(EmulatedCloud cloud)
{
    private static readonly string[] Sections = ["calling", "storage_configuration", "user_identity_change", "payload_encryption"];

    public void Map(GraphRoutes routes)
    {
        routes.Numbers.Add("GET", "settings", Permission.Management, call => GraphAnswer.Ok(call.Node.Settings.Read()));
        routes.Numbers.Add("POST", "settings", Permission.Management, Change);
        routes.Numbers.Add("GET", "whatsapp_business_encryption", Permission.Management, ReadKey);
        routes.Numbers.Add("POST", "whatsapp_business_encryption", Permission.Management, SetKey);
    }

    private GraphAnswer Change(GraphCall<EmulatedNumber> call)
    {
        call.Input.AllowOnly(["access_token", .. Sections]);
        var changed = Sections.Where(name => call.Input.FindObject(name) is not null).ToArray();
        if (changed.Length == 0)
            throw new GraphException(GraphError.Unsupported($"One of {{{string.Join(", ", Sections)}}} is expected."));
        if (call.Input.FindObject("user_identity_change") is { } identity && identity.FindFlag("enable_identity_key_check") is null)
            throw new GraphException(GraphError.Missing("user_identity_change['enable_identity_key_check']"));
        call.Input.FindObject("calling")?.FindWord("status", "ENABLED", "DISABLED");
        foreach (var name in changed)
            call.Node.Settings.Merge(name, (JsonObject)call.Input.FindObject(name)!.Copy()!);
        var value = new JsonObject
        {
            ["messaging_product"] = "whatsapp", ["timestamp"] = cloud.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["type"] = "phone_number_settings", ["phone_number_settings"] = new JsonObject { ["phone_number_id"] = call.Node.PhoneNumberId },
        };
        foreach (var name in changed)
            value["phone_number_settings"]![name] = call.Node.Settings.Read()[name]!.DeepClone();
        cloud.Work.Run(stopping => cloud.Sender.RaiseAsync(AccountEvent.Of(call.Node.Waba, "account_settings_update", value), stopping));
        return GraphAnswer.Success;
    }

    private static GraphAnswer ReadKey(GraphCall<EmulatedNumber> call)
    {
        var (key, registration) = call.Node.Profile.PublicKey;
        var data = new JsonArray();
        if (key is not null)
        {
            data.Add(new JsonObject
            {
                ["business_public_key"] = key,
                ["business_public_key_signature_status"] = registration == call.Node.Registration.Times ? "VALID" : "MISMATCH",
            });
        }

        return GraphAnswer.Ok(new JsonObject { ["data"] = data });
    }

    private static GraphAnswer SetKey(GraphCall<EmulatedNumber> call)
    {
        var pem = call.Input.NeedText("business_public_key", 4_000);
        try
        {
            using var rsa = System.Security.Cryptography.RSA.Create();
            rsa.ImportFromPem(pem);
            if (rsa.KeySize != 2048)
                throw new GraphException(GraphError.Unsupported("Param business_public_key must be a 2048-bit RSA key."));
        }
        catch (ArgumentException)
        {
            throw new GraphException(GraphError.Unsupported("Param business_public_key must be an RSA public key in PEM format."));
        }

        call.Node.Profile.PublicKey = (pem, call.Node.Registration.Times);
        return GraphAnswer.Success;
    }
}
