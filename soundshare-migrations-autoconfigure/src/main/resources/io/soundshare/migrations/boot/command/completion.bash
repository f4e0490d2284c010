# Completes --migrate= of java -jar app.jar, and ./migrate, in bash and zsh.
if [[ -n ${ZSH_VERSION-} ]]; then
	autoload -U +X bashcompinit && bashcompinit
fi

# The revisions, as "$@" tells them; they are asked for once a minute.
_soundshare_revisions() {
	if [[ ${_soundshare_asked-} != "$*" ]] || ((SECONDS - ${_soundshare_time:-0} > 60)); then
		_soundshare_known=$("$@" 2>/dev/null)
		_soundshare_asked="$*"
		_soundshare_time=$SECONDS
	fi
	printf '%s\n' head base "$_soundshare_known"
}

# The candidates for the last word, one a line: $1 is what goes before each, $2 its beginning, the rest asks for revisions.
_soundshare_targets() {
	local before=$1 command=$2 target
	shift 2
	case $command in
		@REVISIONS@)
			_soundshare_revisions "$@" | while IFS= read -r target; do printf '%s\n' "$before$target"; done ;;
		help)
			for target in @COMMANDS@; do printf '%s\n' "$before$target"; done ;;
		completion)
			printf '%s\n' "${before}bash" "${before}zsh" "${before}fish" ;;
		backup)
			printf '%s\n' "${before}verify" ;;
	esac
}

_soundshare_candidates() {
	local line=$1 word=$2 name command
	local -a ask
	case $line in
		*migrate' '*)
			if [[ $line != *.jar* ]]; then
				command=${line#*migrate }
				command=${command%% *}
				ask=("${line%%migrate *}migrate" completion revisions)
				if [[ $word == --* ]]; then
					for name in @OPTIONS@; do printf '%s\n' "--$name"; done
				elif [[ $command == "$word" ]]; then
					for name in @COMMANDS@; do printf '%s\n' "$name"; done
				else
					_soundshare_targets '' "$command" "${ask[@]}"
				fi
				return
			fi ;;
	esac
	case $word in
		--migrate=*:*)
			command=${word#--migrate=}
			command=${command%%:*}
			ask=($(printf "%s" "${line%% --migrate*}"))
			_soundshare_targets "--migrate=$command:" "$command" "${ask[@]}" --migrate=completion:revisions ;;
		--migrate=*)
			for name in @COMMANDS@; do printf '%s\n' "--migrate=$name"; done ;;
		--migrate.output=*)
			printf '%s\n' --migrate.output=text --migrate.output=json ;;
		--m*)
			printf '%s\n' --migrate=
			for name in @OPTIONS@; do printf '%s\n' "--migrate.$name"; done ;;
	esac
}

_soundshare_migrate() {
	local line=${COMP_LINE:0:$COMP_POINT} word kept candidate
	word=${line##* }
	# Bash replaces what follows the last of its word breaks only.
	kept=
	if [[ ${COMP_WORDBREAKS-} == *[=:]* ]]; then
		kept=${word%"${word##*[=:]}"}
	fi
	COMPREPLY=()
	while IFS= read -r candidate; do
		if [[ -n $candidate && $candidate == "$word"* ]]; then
			COMPREPLY+=("${candidate#"$kept"}")
		fi
	done < <(_soundshare_candidates "$line" "$word")
	if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && type compopt >/dev/null 2>&1; then
		compopt -o nospace
	fi
}
complete -o bashdefault -o default -F _soundshare_migrate java migrate ./migrate
