using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WhatsApp.Emulator;

/// <summary>Whether a submitted template keeps the documented limits.</summary>
internal sealed partial class TemplateChecks(EmulatedCloud cloud)
{
    public TemplateDraft ReadNew(Param input)
    {
        var name = input.NeedText("name", 512);
        if (!NameForm().IsMatch(name))
            throw TemplateFaults.Invalid("Param name may hold a-z, 0-9 and underscores only.");
        var language = input.NeedText("language", 20);
        if (!LanguageForm().IsMatch(language))
            throw TemplateFaults.Invalid($"Param language is not a language code - got \"{language}\".");
        return Read(input, name, language, input.NeedWord("category", "MARKETING", "UTILITY", "AUTHENTICATION"), input.FindText("parameter_format", 20));
    }

    public TemplateDraft ReadEdit(Param input, EmulatedTemplate template)
    {
        var category = input.FindWord("category", "MARKETING", "UTILITY", "AUTHENTICATION") ?? template.Category;
        if (input.Find("components") is not null)
            return Read(input, template.Name, template.Language, category, template.IsNamed ? "NAMED" : "POSITIONAL");
        return new TemplateDraft(template.Name, template.Language, category, template.IsNamed, (JsonArray)template.Components.DeepClone(), Ttl(input, category) ?? template.SendTtlSeconds);
    }

    public TemplateDraft Read(Param input, string name, string language, string category, string? format)
    {
        var isNamed = format?.ToUpperInvariant() switch
        {
            null or "POSITIONAL" => false,
            "NAMED" => true,
            _ => throw TemplateFaults.Invalid($"Param parameter_format must be one of {{NAMED, POSITIONAL}} - got \"{format}\"."),
        };
        var components = input.NeedItems("components", 1, 20);
        if (category == "AUTHENTICATION")
            AuthenticationChecks.Check(components);
        else
            CheckComponents(components, isNamed, isCard: false);
        return new TemplateDraft(name, language, category, isNamed, (JsonArray)input.Need("components").Copy()!, Ttl(input, category));
    }

    private static int? Ttl(Param input, string category) => category switch
    {
        "AUTHENTICATION" => input.FindWhole("message_send_ttl_seconds", 30, 900),
        "UTILITY" => input.FindWhole("message_send_ttl_seconds", 30, 43_200),
        _ => input.FindWhole("message_send_ttl_seconds", 43_200, 2_592_000),
    };

    private void CheckComponents(IReadOnlyList<Param> components, bool isNamed, bool isCard)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var component in components)
        {
            var type = component.NeedText("type", 100).ToUpperInvariant();
            if (!seen.Add(type))
                throw TemplateFaults.Invalid($"Param {component.Path}['type'] is used twice.");
            switch (type)
            {
                case "HEADER":
                    CheckHeader(component, isNamed);
                    break;
                case "BODY":
                    CheckBody(component, isNamed, isCard ? 160 : 1_024);
                    break;
                case "FOOTER" when !isCard:
                    CheckFooter(component);
                    break;
                case "BUTTONS":
                    TemplateButtonChecks.Check(component);
                    break;
                case "CAROUSEL" when !isCard:
                    CheckCarousel(component, isNamed);
                    break;
                case "LIMITED_TIME_OFFER" when !isCard:
                    component.NeedObject("limited_time_offer").NeedText("text", 16);
                    break;
                case "CALL_PERMISSION_REQUEST" or "TAP_TARGET_CONFIGURATION" when !isCard:
                    break;
                default:
                    throw TemplateFaults.Invalid($"Param {component.Path}['type'] must be one of {{HEADER, BODY, FOOTER, BUTTONS, CAROUSEL, LIMITED_TIME_OFFER}} - got \"{type}\".");
            }
        }

        if (!isCard && !seen.Contains("BODY"))
            throw TemplateFaults.Body("The template needs a BODY component.");
    }

    private void CheckHeader(Param header, bool isNamed)
    {
        switch (header.NeedText("format", 20).ToUpperInvariant())
        {
            case "TEXT":
                var text = TemplateText.Of(TextOf(header, "The header", 60));
                if (text.Text.AsSpan().IndexOfAny('\n', '\r', '*') >= 0)
                    throw TemplateFaults.Header("The header must not have line breaks or asterisks.");
                if (text.Variables.Count > 1)
                    throw TemplateFaults.Header("The header may have one variable.");
                RequireForm(text, isNamed, TemplateFaults.Header);
                if (text.Variables.Count > 0)
                    RequireSample(header, isNamed ? "header_text_named_params" : "header_text");
                break;
            case "IMAGE" or "VIDEO" or "GIF" or "DOCUMENT":
                var handles = RequireSample(header, "header_handle");
                if (!cloud.Options.AcceptsUnknownHandles && handles.Value.EnumerateArray().Any(handle => !cloud.Handles.ContainsKey(handle.ToString())))
                    throw TemplateFaults.Header("The sample handle is not one that a resumable upload gave.");
                break;
            case "LOCATION" or "PRODUCT":
                break;
            case var format:
                throw TemplateFaults.Header($"The header format must be one of {{TEXT, IMAGE, VIDEO, GIF, DOCUMENT, LOCATION, PRODUCT}} - got \"{format}\".");
        }
    }

    private static void CheckBody(Param body, bool isNamed, int max)
    {
        var text = TemplateText.Of(TextOf(body, "The body", max));
        RequireForm(text, isNamed, TemplateFaults.Body);
        if (text.HasVariableAtEdge)
            throw TemplateFaults.VariableAtEdge();
        if (text.HasTooManyVariables)
            throw TemplateFaults.TooManyVariables();
        if (text.Variables.Count > 0)
            RequireSample(body, isNamed ? "body_text_named_params" : "body_text");
    }

    private static void CheckFooter(Param footer)
    {
        if (TemplateText.Of(TextOf(footer, "The footer", 60)).Variables.Count > 0)
            throw TemplateFaults.Footer("The footer must not have variables.");
    }

    private void CheckCarousel(Param carousel, bool isNamed)
    {
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var card in carousel.NeedItems("cards", 2, 10))
        {
            var components = card.NeedItems("components", 1, 5);
            CheckComponents(components, isNamed, isCard: true);
            shapes.Add(string.Join(' ', components.Select(Shape)));
        }

        if (shapes.Count > 1)
            throw TemplateFaults.Invalid($"Param {carousel.Path}['cards'] must all have the same components and buttons.");
    }

    private static string Shape(Param component) =>
        $"{component.NeedText("type", 100).ToUpperInvariant()}:{component.FindText("format", 20)?.ToUpperInvariant()}"
        + (component.Find("buttons") is null ? "" : string.Concat(component.NeedItems("buttons", 1, 10).Select(button => button.NeedText("type", 100).ToUpperInvariant())));

    private static string TextOf(Param component, string part, int max)
    {
        var text = component.NeedText("text", 10_000);
        return text.EnumerateRunes().Count() <= max ? text : throw TemplateFaults.TooLong(part, max);
    }

    private static void RequireForm(TemplateText text, bool isNamed, Func<string, GraphException> fault)
    {
        if (isNamed && text.Variables.Any(name => !NameForm().IsMatch(name) || char.IsAsciiDigit(name[0])))
            throw fault("Variables of a NAMED template are words of a-z, 0-9 and underscores.");
        if (!isNamed && !text.Variables.SequenceEqual(Enumerable.Range(1, text.Variables.Count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))))
            throw fault("Variables of a POSITIONAL template count from {{1}} without gaps.");
    }

    private static Param RequireSample(Param component, string name)
    {
        if (component.FindObject("example")?.Find(name) is not { Value.ValueKind: System.Text.Json.JsonValueKind.Array } sample || sample.Value.GetArrayLength() == 0)
            throw TemplateFaults.Invalid($"Param {component.Path}['example']['{name}'] is needed: sample values for review.");
        return sample;
    }

    [GeneratedRegex("^[a-z0-9_]+$")]
    private static partial Regex NameForm();

    [GeneratedRegex("^[a-z]{2,3}(_[A-Z]{2,3})?$")]
    private static partial Regex LanguageForm();
}
