using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// What customers see of a business. To change it, a member that is null stays as it is.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles">business profiles</see>.
/// </summary>
public sealed record BusinessProfile
{
    internal const string Fields = "about,address,description,email,profile_picture_url,websites,vertical";

    private static readonly string[] Verticals =
    [
        "OTHER", "AUTO", "BEAUTY", "APPAREL", "EDU", "ENTERTAIN", "EVENT_PLAN", "FINANCE", "GROCERY", "GOVT", "HOTEL", "HEALTH", "NONPROFIT", "PROF_SERVICES",
        "RETAIL", "TRAVEL", "RESTAURANT", "ALCOHOL", "ONLINE_GAMBLING", "PHYSICAL_GAMBLING", "OTC_DRUGS",
    ];

    /// <summary>The line under the name: 1 to 139 characters.</summary>
    public string? About { get; init; }

    /// <summary>At most 256 characters.</summary>
    public string? Address { get; init; }

    /// <summary>At most 512 characters.</summary>
    public string? Description { get; init; }

    /// <summary>At most 128 characters.</summary>
    public string? Email { get; init; }

    /// <summary>At most two absolute addresses of at most 256 characters.</summary>
    public IReadOnlyList<string>? Websites { get; init; }

    /// <summary>The trade in the platform's words, such as <c>RETAIL</c>.</summary>
    public string? Vertical { get; init; }

    /// <summary>The handle of an uploaded picture (<see cref="WhatsAppSender.UploadSampleAsync"/>); only to change it.</summary>
    public string? PictureHandle { get; init; }

    /// <summary>Where the picture is; only when read.</summary>
    public Uri? PictureUrl { get; init; }

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(BusinessProfile);

    /// <summary>Every limit it breaks; empty when it may be set.</summary>
    public IReadOnlyList<MessageFault> Validate()
    {
        List<MessageFault>? faults = null;
        var checks = new MessageChecks(ref faults);
        checks.Optional("about", About, 139);
        checks.Length("address", Address ?? "", 256);
        checks.Length("description", Description ?? "", 512);
        checks.Length("email", Email ?? "", 128);
        checks.Count("websites", Websites?.Count ?? 0, 0, 2);
        for (var i = 0; i < (Websites?.Count ?? 0); i++)
        {
            checks.WebAddress($"websites[{i}]", Websites![i]);
            checks.Length($"websites[{i}]", Websites[i] ?? "", 256);
        }

        if (Vertical is not null && !Verticals.Contains(Vertical))
            checks.Add("vertical", MessageFaultKind.Malformed);
        return faults ?? (IReadOnlyList<MessageFault>)[];
    }

    internal static BusinessProfile Read(JsonElement node) => new()
    {
        About = node.Text("about"),
        Address = node.Text("address"),
        Description = node.Text("description"),
        Email = node.Text("email"),
        Websites = node.Texts("websites"),
        Vertical = node.Text("vertical"),
        PictureUrl = node.Address("profile_picture_url"),
    };

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteOptionalText("about"u8, About);
        writer.WriteOptionalText("address"u8, Address);
        writer.WriteOptionalText("description"u8, Description);
        writer.WriteOptionalText("email"u8, Email);
        if (Websites is not null)
            writer.WriteTexts("websites"u8, Websites);
        writer.WriteOptionalText("vertical"u8, Vertical);
        writer.WriteOptionalText("profile_picture_handle"u8, PictureHandle);
    }
}
