namespace DxJobs.Exporter.Configuration;

/// <summary>Makes the entries under <c>targets</c>.</summary>
internal static class TargetOptionsBuilder
{
    /// <summary>Makes them; problems go to the reader.</summary>
    public static IReadOnlyList<TargetOptions> Build(SettingReader read)
    {
        var targets = new List<TargetOptions>();
        var names = new HashSet<string>();
        foreach (var path in read.PlacesOf("targets").Select(place => $"targets.{place}"))
        {
            var target = Target(read, path);
            if (target.Name.Length > 0 && !names.Add(target.Name))
            {
                read.Problem($"{path}.name", $"there is another target named '{target.Name}'; several regions of one account go under regions");
            }

            targets.Add(target);
        }

        return targets;
    }

    private static TargetOptions Target(SettingReader read, string path)
    {
        if (!read.Has($"{path}.name"))
        {
            read.Problem($"{path}.name", "is missing");
        }

        if (read.Has($"{path}.external_id") && !read.Has($"{path}.role_arn"))
        {
            read.Problem($"{path}.external_id", "goes with role_arn, which is missing");
        }

        return new TargetOptions
        {
            Name = read.Text($"{path}.name") ?? "",
            Regions = Regions(read, path),
            RoleArn = read.Text($"{path}.role_arn"),
            ExternalId = read.Text($"{path}.external_id"),
            StsRegion = read.Text($"{path}.sts_region"),
            Profile = read.Text($"{path}.profile"),
            DataSetId = read.Text($"{path}.data_set_id"),
            RevisionId = read.Text($"{path}.revision_id"),
            EndpointUrl = Url(read, $"{path}.endpoint_url"),
        };
    }

    private static IReadOnlyList<string> Regions(SettingReader read, string path)
    {
        var places = read.PlacesOf($"{path}.regions");
        if (read.Has($"{path}.region"))
        {
            if (places.Count > 0)
            {
                read.Problem($"{path}.region", "there is regions, too; use one of them");
            }

            return read.Text($"{path}.region") is { } one ? [one] : [];
        }

        var regions = new List<string>();
        foreach (var place in places)
        {
            if (read.Text($"{path}.regions.{place}") is { } region)
            {
                if (regions.Contains(region))
                {
                    read.Problem($"{path}.regions.{place}", $"{region} is there twice");
                }

                regions.Add(region);
            }
        }

        return regions;
    }

    private static Uri? Url(SettingReader read, string path)
    {
        if (read.Text(path) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.UserInfo.Length == 0)
        {
            return url;
        }

        read.Problem(path, $"'{SettingReader.Truncate(text)}' must be an http or https URL without user name, query or fragment");
        return null;
    }
}
