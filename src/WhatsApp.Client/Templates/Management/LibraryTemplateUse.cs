using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>How a template of the library is made one's own.</summary>
/// <param name="LibraryName">Its name in the library.</param>
/// <param name="Name">The name it shall have: 1 to 512 lower-case letters, digits and underscores.</param>
/// <param name="Language">The language, such as <c>en_US</c>; the library must have it.</param>
/// <param name="Category">What the library says it is for.</param>
public sealed record LibraryTemplateUse(string LibraryName, string Name, string Language, TemplateCategory Category)
{
    /// <summary>One per button of the library's template that needs it, in its order.</summary>
    public IReadOnlyList<LibraryButtonInput> Buttons { get; init; } = [];

    /// <summary>What the body may contain besides its text, as a UTF-8 JSON object such as <c>{"add_contact_number":true}</c>; empty for nothing.</summary>
    public ReadOnlyMemory<byte> BodyInputs { get; init; }

    internal void ThrowIfInvalid()
    {
        List<MessageFault>? faults = null;
        Check(new MessageChecks(ref faults));
        if (faults is not null)
            throw new InvalidMessageException(faults);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteText("name"u8, Name);
        writer.WriteText("language"u8, Language);
        writer.WriteText("category"u8, Category.Value);
        writer.WriteText("library_template_name"u8, LibraryName);
        writer.WriteList("library_template_button_inputs"u8, Buttons, static (json, button) => button.Write(json));
        if (BodyInputs.IsEmpty)
            return;
        writer.WritePropertyName("library_template_body_inputs"u8);
        writer.WriteRawValue(BodyInputs.Span);
    }

    private void Check(MessageChecks checks)
    {
        checks.TemplateName("name", Name);
        checks.TemplateName("library_template_name", LibraryName);
        checks.Language("language", Language);
        if (string.IsNullOrWhiteSpace(Category.Value))
            checks.Add("category", MessageFaultKind.Missing);
        for (var i = 0; i < Buttons.Count; i++)
            Buttons[i].Check(checks, $"library_template_button_inputs[{i}]");
        if (!BodyInputs.IsEmpty && !RawObject.IsObject(BodyInputs.Span))
            checks.Add("library_template_body_inputs", MessageFaultKind.Malformed);
    }
}
