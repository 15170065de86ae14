using System.Text.Json;

namespace WhatsApp.Client;

public abstract partial record FlowComponent
{
    /// <summary>Something to choose from a list: fixed <see cref="Options"/>, or <see cref="Source"/>, an expression.</summary>
    /// <param name="Kind">How it looks.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Label">At most 20 characters for a drop-down, 80 for chips, 30 otherwise.</param>
    public sealed record Selection(FlowChoiceKind Kind, string Name, string Label) : Input(Name, Label)
    {
        private protected override string Type => Kind switch
        {
            FlowChoiceKind.Radio => "RadioButtonsGroup",
            FlowChoiceKind.Checkboxes => "CheckboxGroup",
            FlowChoiceKind.Chips => "ChipsSelector",
            _ => "Dropdown",
        };

        private protected override int MaxLabel => Kind switch { FlowChoiceKind.Dropdown => 20, FlowChoiceKind.Chips => 80, _ => 30 };

        /// <summary>What there is to choose: 1 to 20, for a drop-down 200; for chips at least 2.</summary>
        public IReadOnlyList<FlowOption> Options { get; init; } = [];

        /// <summary>Where it comes from instead, such as <c>${data.times}</c>; null for <see cref="Options"/>.</summary>
        public string? Source { get; init; }

        /// <summary>The fewest, for check boxes and chips; null for none.</summary>
        public int? Min { get; init; }

        /// <summary>The most, for check boxes and chips; null for all.</summary>
        public int? Max { get; init; }

        private bool TakesSeveral => Kind is FlowChoiceKind.Checkboxes or FlowChoiceKind.Chips;

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            base.CheckMore(checks, path, flow, depth);
            if (Source is not null)
                flow.Text(checks, $"{path}.data-source", Source, int.MaxValue);
            if (Source is not null && Options.Count > 0)
                checks.Add($"{path}.data-source", MessageFaultKind.NotAllowed);
            if (Source is null)
                checks.Count($"{path}.data-source", Options.Count, Kind == FlowChoiceKind.Chips ? 2 : 1, Kind == FlowChoiceKind.Dropdown ? 200 : 20);
            var seen = default(SeenTexts);
            for (var i = 0; i < Options.Count; i++)
            {
                Options[i].Check(checks, $"{path}.data-source[{i}]");
                if (!string.IsNullOrEmpty(Options[i].Id) && !seen.Add(Options[i].Id))
                    checks.Add($"{path}.data-source[{i}].id", MessageFaultKind.Duplicate);
            }

            if (!TakesSeveral && (Min is not null || Max is not null))
                checks.Add($"{path}.max-selected-items", MessageFaultKind.NotAllowed);
            else if (Min > Max)
                checks.Add($"{path}.min-selected-items", MessageFaultKind.TooLarge, Max, Min);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            base.WriteMore(writer);
            writer.WriteOptionalText("data-source"u8, Source);
            if (Source is null)
                writer.WriteList("data-source"u8, Options, static (json, option) => option.Write(json));
            WriteNumber(writer, "min-selected-items"u8, Min);
            WriteNumber(writer, "max-selected-items"u8, Max);
        }
    }

    /// <summary>A list whose items lead on, from version 6.2 on; alone on its screen, but for texts, and not on a terminal one.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Items">1 to 20.</param>
    public sealed record NavigationList(string Name, params IReadOnlyList<FlowNavigationItem> Items) : FlowComponent
    {
        private protected override string Type => "NavigationList";

        /// <summary>What stands above it, at most 80 characters; null for nothing.</summary>
        public string? Label { get; init; }

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            flow.Name(checks, $"{path}.name", Name);
            flow.OptionalText(checks, $"{path}.label", Label, 80);
            checks.Count($"{path}.list-items", Items.Count, 1, 20);
            for (var i = 0; i < Items.Count; i++)
                Items[i].Check(checks, $"{path}.list-items[{i}]", flow);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            writer.WriteText("name"u8, Name);
            writer.WriteOptionalText("label"u8, Label);
            writer.WriteList("list-items"u8, Items, static (json, item) => item.Write(json));
        }
    }
}
