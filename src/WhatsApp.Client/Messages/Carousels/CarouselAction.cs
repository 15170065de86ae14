using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>What the buttons of a card in a <see cref="MediaCarouselMessage"/> do. All cards of a message have the same kind and number.</summary>
public abstract record CarouselAction
{
    private CarouselAction()
    {
    }

    /// <summary>One button that opens an address.</summary>
    /// <param name="DisplayText">What it says: 1 to 20 characters.</param>
    /// <param name="Url">An absolute http or https address.</param>
    public sealed record OpenUrl(string DisplayText, string Url) : CarouselAction
    {
        internal override int ButtonCount => 1;

        internal override void Check(MessageChecks checks, MessagePath path, ref SeenTexts ids) => CtaUrl.Check(checks, path, DisplayText, Url);

        internal override void WriteMembers(Utf8JsonWriter writer) => CtaUrl.WriteMembers(writer, DisplayText, Url);
    }

    /// <summary>Buttons whose taps come back as button replies.</summary>
    /// <param name="Buttons">At least one; ids unique within the message, titles within the card.</param>
    public sealed record QuickReplies(IReadOnlyList<ReplyButton> Buttons) : CarouselAction
    {
        internal override int ButtonCount => Buttons?.Count ?? 0;

        internal override void Check(MessageChecks checks, MessagePath path, ref SeenTexts ids)
        {
            checks.Count($"{path}.buttons", ButtonCount, 1, int.MaxValue);
            var titles = new SeenTexts();
            for (var i = 0; i < ButtonCount; i++)
            {
                checks.Unique($"{path}.buttons[{i}].quick_reply.id", Buttons[i]?.Id, 256, ref ids);
                checks.Unique($"{path}.buttons[{i}].quick_reply.title", Buttons[i]?.Title, 20, ref titles);
            }
        }

        internal override void WriteMembers(Utf8JsonWriter writer)
        {
            writer.WriteStartArray("buttons"u8);
            for (var i = 0; i < Buttons.Count; i++)
                Buttons[i].Write(writer, "quick_reply"u8);
            writer.WriteEndArray();
        }
    }

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"CarouselAction.{GetType().Name}";

    internal abstract int ButtonCount { get; }

    internal abstract void Check(MessageChecks checks, MessagePath path, ref SeenTexts ids);

    internal abstract void WriteMembers(Utf8JsonWriter writer);
}
