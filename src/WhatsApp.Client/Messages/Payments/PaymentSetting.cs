using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A way to pay an order. Each country has its own.</summary>
public abstract record PaymentSetting
{
    private PaymentSetting()
    {
    }

    /// <summary>A payment gateway connected in the account's settings (India, Singapore).</summary>
    /// <param name="GatewayType">The gateway, such as <c>razorpay</c>, <c>payu</c> or <c>stripe</c>.</param>
    /// <param name="ConfigurationName">The name of the payment configuration made for it.</param>
    public sealed record Gateway(string GatewayType, string ConfigurationName) : PaymentSetting;

    /// <summary>A Pix code made for this order (Brazil).</summary>
    /// <param name="Code">The code to copy and pay.</param>
    /// <param name="MerchantName">Who is paid.</param>
    /// <param name="Key">The Pix key.</param>
    /// <param name="KeyType">What the key is: <c>CPF</c>, <c>CNPJ</c>, <c>EMAIL</c>, <c>PHONE</c> or <c>EVP</c>.</param>
    public sealed record PixDynamicCode(string Code, string MerchantName, string Key, string KeyType) : PaymentSetting;

    /// <summary>A page to pay on.</summary>
    /// <param name="Uri">An absolute http or https address.</param>
    public sealed record PaymentLink(string Uri) : PaymentSetting;

    /// <summary>A Boleto (Brazil).</summary>
    /// <param name="DigitableLine">Its digits, to copy and pay.</param>
    public sealed record Boleto(string DigitableLine) : PaymentSetting;

    /// <summary>An intent of a UPI app (India).</summary>
    /// <param name="Link">Such as <c>upi://pay?…</c>.</param>
    public sealed record UpiIntentLink(string Link) : PaymentSetting;

    /// <summary>A way to pay that has no record here.</summary>
    /// <param name="Type">The platform's word for it.</param>
    /// <param name="Settings">What stands under that word, as a UTF-8 JSON object.</param>
    public sealed record Other(string Type, ReadOnlyMemory<byte> Settings) : PaymentSetting;

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"PaymentSetting.{GetType().Name}";

    internal static void Check(MessageChecks checks, MessagePath path, PaymentSetting? setting)
    {
        switch (setting)
        {
            case Gateway gateway:
                checks.Required($"{path}.payment_gateway.type", gateway.GatewayType, int.MaxValue);
                checks.Required($"{path}.payment_gateway.configuration_name", gateway.ConfigurationName, int.MaxValue);
                break;
            case PixDynamicCode pix:
                checks.Required($"{path}.pix_dynamic_code.code", pix.Code, int.MaxValue);
                checks.Required($"{path}.pix_dynamic_code.merchant_name", pix.MerchantName, int.MaxValue);
                checks.Required($"{path}.pix_dynamic_code.key", pix.Key, int.MaxValue);
                checks.Required($"{path}.pix_dynamic_code.key_type", pix.KeyType, int.MaxValue);
                break;
            case PaymentLink link:
                checks.WebAddress($"{path}.payment_link.uri", link.Uri);
                break;
            case Boleto boleto:
                checks.Required($"{path}.boleto.digitable_line", boleto.DigitableLine, int.MaxValue);
                break;
            case UpiIntentLink upi:
                checks.Required($"{path}.upi_intent_link.link", upi.Link, int.MaxValue);
                break;
            case Other other:
                checks.Required($"{path}.type", other.Type, int.MaxValue);
                if (!RawObject.IsObject(other.Settings.Span))
                    checks.Add($"{path}.settings", MessageFaultKind.Malformed);
                break;
            default:
                checks.Add(path, MessageFaultKind.Missing);
                break;
        }
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        switch (this)
        {
            case Gateway gateway:
                Begin(writer, "payment_gateway"u8);
                writer.WriteText("type"u8, gateway.GatewayType);
                writer.WriteText("configuration_name"u8, gateway.ConfigurationName);
                break;
            case PixDynamicCode pix:
                Begin(writer, "pix_dynamic_code"u8);
                writer.WriteText("code"u8, pix.Code);
                writer.WriteText("merchant_name"u8, pix.MerchantName);
                writer.WriteText("key"u8, pix.Key);
                writer.WriteText("key_type"u8, pix.KeyType);
                break;
            case PaymentLink link:
                Begin(writer, "payment_link"u8);
                writer.WriteText("uri"u8, link.Uri);
                break;
            case Boleto boleto:
                Begin(writer, "boleto"u8);
                writer.WriteText("digitable_line"u8, boleto.DigitableLine);
                break;
            case UpiIntentLink upi:
                Begin(writer, "upi_intent_link"u8);
                writer.WriteText("link"u8, upi.Link);
                break;
            case Other other:
                writer.WriteText("type"u8, other.Type);
                writer.WritePropertyName(other.Type);
                writer.WriteRawValue(other.Settings.Span, skipInputValidation: true);
                writer.WriteEndObject();
                return;
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter writer, ReadOnlySpan<byte> kind)
    {
        writer.WriteString("type"u8, kind);
        writer.WriteStartObject(kind);
    }
}
