using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>From a new number to a registered one: add, request and verify a code, register, deregister.</summary>
internal sealed class RegistrationEdges(EmulatedCloud cloud)
{
    public void Map(GraphRoutes routes)
    {
        routes.Wabas.Add("POST", "phone_numbers", Permission.Management, AddNumber);
        routes.Numbers.Add("POST", "request_code", Permission.Management, RequestCode);
        routes.Numbers.Add("POST", "verify_code", Permission.Management, VerifyCode);
        routes.Numbers.Add("POST", "register", Permission.Management, Register);
        routes.Numbers.Add("POST", "deregister", Permission.Management, Deregister);
    }

    private GraphAnswer AddNumber(GraphCall<EmulatedWaba> call)
    {
        var input = call.Input;
        var digits = RecipientIds.DigitsOf(input.NeedText("cc", 5)) + RecipientIds.DigitsOf(input.NeedText("phone_number", 20));
        var name = input.NeedText("verified_name", 200);
        if (cloud.Numbers.Any(other => other.Digits == digits && !other.IsDeleted))
            throw new GraphException(GraphError.Unsupported("Param phone_number belongs to a number that exists.") with { Subcode = 2388012 });
        if (digits.Length is < 7 or > 15)
            throw new GraphException(GraphError.Unsupported("Param phone_number is not a phone number."));

        var number = cloud.AddNumber(new EmulatedNumberOptions
        {
            PhoneNumberId = MessageIds.NewObject(),
            WabaId = call.Node.Id,
            PortfolioId = call.Node.PortfolioId,
            DisplayPhoneNumber = "+" + digits,
            VerifiedName = name,
            AccessToken = call.Request.Token!,
            AppId = call.Access.App.Id,
            AppSecret = call.Access.App.Secret,
            IsSubscribed = false,
            IsRegistered = false,
            WebhookVersion = call.Access.App.WebhookVersion,
        });
        (number.CodeVerificationStatus, number.NameStatus, number.Status, number.PlatformType) = ("NOT_VERIFIED", "PENDING_REVIEW", "UNVERIFIED", "NOT_APPLICABLE");
        return GraphAnswer.Ok(new JsonObject { ["id"] = number.PhoneNumberId });
    }

    private static GraphAnswer RequestCode(GraphCall<EmulatedNumber> call)
    {
        call.Input.NeedWord("code_method", "SMS", "VOICE");
        call.Input.NeedText("language", 20);
        if (call.Node.CodeVerificationStatus == "VERIFIED")
            throw new GraphException(GraphError.Of(136024, "The number is verified already."));
        call.Node.Registration.Code = RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture);
        return GraphAnswer.Success;
    }

    private static GraphAnswer VerifyCode(GraphCall<EmulatedNumber> call)
    {
        var code = call.Input.NeedText("code", 20).Replace("-", "", StringComparison.Ordinal);
        var number = call.Node;
        if (number.CodeVerificationStatus == "VERIFIED")
            throw new GraphException(GraphError.Of(136024, "The number is verified already."));
        if (number.Registration.Code is null || number.Registration.Code != code)
            throw new GraphException(GraphError.Unsupported("Param code is not the code that was sent."));
        number.Registration.Code = null;
        (number.CodeVerificationStatus, number.NameStatus) = ("VERIFIED", "APPROVED");
        number.Status = "PENDING";
        return GraphAnswer.Success;
    }

    private static GraphAnswer Register(GraphCall<EmulatedNumber> call)
    {
        var number = call.Node;
        if (call.Input.NeedText("messaging_product", 100) != "whatsapp")
            throw new GraphException(GraphError.Unsupported("Param messaging_product must be one of {WHATSAPP}."));
        var pin = NeedPin(call.Input);
        call.Input.FindText("data_localization_region", 10);
        if (number.CodeVerificationStatus != "VERIFIED")
            throw new GraphException(GraphError.Of(133006, "The number must be verified by a code first."));
        number.Registration.Register(pin);
        (number.Status, number.PlatformType) = ("CONNECTED", "CLOUD_API");
        return GraphAnswer.Success;
    }

    private static GraphAnswer Deregister(GraphCall<EmulatedNumber> call)
    {
        var number = call.Node;
        if (number.IsOnBusinessApp)
            throw new GraphException(GraphError.Unsupported("A number that is used in the WhatsApp Business app cannot be deregistered."));
        number.Registration.Deregister();
        (number.Status, number.PlatformType) = ("DISCONNECTED", "NOT_APPLICABLE");
        return GraphAnswer.Success;
    }

    public static string NeedPin(Param input)
    {
        var pin = input.NeedText("pin", 100);
        return pin.Length == 6 && pin.All(char.IsAsciiDigit) ? pin : throw new GraphException(GraphError.Unsupported("Param pin must be six digits."));
    }
}
